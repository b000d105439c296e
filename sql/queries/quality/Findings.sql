-- Findings of one kind in current reports; '' is any.
select
    agency.code as agency, agency.short_name as agency_name, finding.report_id, report.year, report.scope as report_scope, finding.rule, finding.severity,
    finding.metrics, finding.expected, finding.printed, finding.message, finding.state, count(*) over () as total
from finding
join report using (report_id)
join members($scope, $within, $level, $sector) agency using (agency_id)
where report.is_current and ($rule = '' or finding.rule = $rule) and ($severity = '' or finding.severity = $severity)
    and ($agency = '' or agency.code = $agency) and ($state = '' or finding.state = $state) and report.year between $first_year and $last_year
order by report.year desc, agency.place, agency.code, report.scope, finding.rule, finding.message
limit $limit offset $offset;
