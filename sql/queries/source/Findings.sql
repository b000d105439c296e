-- Findings of a report that name a metric, or no metric at all.
select finding.rule, finding.severity, finding.metrics, finding.expected, finding.printed, finding.message, finding.state
from finding
join report using (report_id)
join visible($scope) agency using (agency_id)
where finding.report_id = $report_id
    and (list_contains(finding.metrics, $metric) or len(finding.metrics) = 0)
order by finding.rule, finding.message;
