-- All versions of one report, and the documents that carry each.
with own as (
    select report.agency_id, report.year, report.scope
    from report
    join visible($scope) using (agency_id)
    where report.report_id = $report_id
)
select
    report.report_id, report.version, report.is_current, report.published as report_published, document.file, document.sha256, document.source,
    document.published, document.loaded_at, document.sha256 = report.document_sha256 as is_shown
from report
join own using (agency_id, year, scope)
join document using (report_id)
order by report.version desc, is_shown desc, document.sha256;
