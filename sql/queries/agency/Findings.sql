-- Findings of one agency's current reports.
select
    finding.report_id, report.year, report.scope as report_scope, finding.rule, finding.severity, finding.metrics, finding.expected, finding.printed,
    finding.message, finding.state
from finding
join report using (report_id)
where report.is_current and report.agency_id = (select agency_id from visible($scope) where code = $agency)
order by report.year desc, report.scope, case finding.severity when 'error' then 1 when 'warning' then 2 else 3 end, finding.rule, finding.message;
