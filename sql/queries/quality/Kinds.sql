-- Findings of current reports by rule, severity and state; '' and 0 are any.
select
    finding.rule, any_value(rule.name_zh) as rule_name, finding.severity, finding.state, count(*) as findings,
    count(distinct finding.report_id) as reports, count(distinct report.agency_id) as agencies
from finding
join report using (report_id)
left join dim_rule rule on rule.rule = finding.rule
where report.is_current and ($year = 0 or report.year = $year)
    and report.agency_id in (select agency_id from members($scope, $region, $level, $sector))
group by finding.rule, finding.severity, finding.state
order by finding.rule, finding.severity, finding.state;
