-- A report's head: who, when, from which document.
select
    report.report_id, report.year, report.scope, report.version, report.published, agency.name as agency_name, agency.code as agency,
    document.file, document.sha256, document.source, document.note
from report
join visible($scope) agency using (agency_id)
join document on document.sha256 = report.document_sha256
where report.report_id = $report_id;
