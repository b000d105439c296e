-- Findings of one report, each with the newest decision about it.
select
    finding.report_id, report.year, report.scope as report_scope, finding.rule, finding.severity, finding.metrics, finding.expected, finding.printed,
    finding.message, finding.state, mark.reason, mark.author, mark.marked_at
from finding
join report using (report_id)
join visible($scope) agency using (agency_id)
left join current_mark mark
    on mark.agency_id = report.agency_id and mark.year = report.year and mark.scope = report.scope
    and mark.rule = finding.rule and mark.metrics = finding.metrics and mark.printed is not distinct from finding.printed
where finding.report_id = $report_id
order by case finding.severity when 'error' then 1 when 'warning' then 2 else 3 end, finding.rule, finding.message;
