-- Reports of one agency with all versions, the current one of each year and scope first.
with own as (
    select agency_id from visible($scope) where code = $agency
),
amiss as (
    select
        report_id, count(*) filter (where severity = 'error' and finding.state = 'open') as errors,
        count(*) filter (where severity = 'warning' and finding.state = 'open') as warnings
    from finding
    where report_id in (select report_id from report where agency_id = (select agency_id from own))
    group by report_id
)
select
    report.report_id, report.year, report.scope as report_scope, report.version, report.is_current, report.published, report.form_2, report.form_3, report.form_4,
    document.file, document.sha256, document.source, coalesce(amiss.errors, 0) as errors, coalesce(amiss.warnings, 0) as warnings
from report
join document on document.sha256 = report.document_sha256
left join amiss on amiss.report_id = report.report_id
where report.agency_id = (select agency_id from own)
order by report.year desc, report.scope, report.is_current desc, report.version desc;
