-- Corrections of one report's cells, the newest first, with what became of each.
select
    correction.metric, metric.label_zh, cast(correction.expected_state as varchar) as expected_state, correction.expected_value,
    cast(correction.state as varchar) as state, correction.value, cast(correction.printed_state as varchar) as printed_state, correction.printed_value,
    correction.reason, correction.author, correction.corrected_at, correction.status, correction.withdrawn_by, correction.withdrawn_at
from correction_state correction
join visible($scope) agency using (agency_id)
join report on report.agency_id = correction.agency_id and report.year = correction.year and report.scope = correction.scope
left join dim_metric metric on metric.metric = correction.metric
where report.report_id = $report_id
order by correction.corrected_at desc, correction.metric;
