-- A report's head: who, when, which version, from which document, on which forms.
select
    report.report_id, agency.code as agency, agency.name as agency_name, report.agency_printed, agency.region_path, report.year,
    report.scope as report_scope, report.version, report.is_current, report.form_2, report.form_3, report.form_4, report.published, report.is_synthetic,
    document.file, document.sha256, document.source, document.note, document.extractor_version, document.loaded_at
from report
join visible($scope) agency using (agency_id)
join document on document.sha256 = report.document_sha256
where report.report_id = $report_id;
