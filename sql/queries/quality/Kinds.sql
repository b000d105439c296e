-- Findings of current reports by rule, severity and state; '' is any.
select
    finding.rule, finding.severity, finding.state, count(*) as findings,
    count(distinct finding.report_id) as reports, count(distinct report.agency_id) as agencies
from finding
join report using (report_id)
where report.is_current and report.year between $first_year and $last_year
    and report.agency_id in (select agency_id from members($scope, $within, $level, $sector))
group by finding.rule, finding.severity, finding.state
order by finding.rule, finding.severity, finding.state;
