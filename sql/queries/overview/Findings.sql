-- Open findings of current reports by severity.
select finding.severity, count(*) as findings, count(distinct finding.report_id) as reports, count(distinct report.agency_id) as agencies
from finding
join report using (report_id)
where finding.state = 'open' and report.is_current
    and report.agency_id in (select agency_id from members($scope, $within, $level, $sector))
group by finding.severity
order by case finding.severity when 'error' then 1 when 'warning' then 2 else 3 end;
