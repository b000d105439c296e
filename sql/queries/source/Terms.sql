-- The values a derived metric was computed from in one report.
select
    part.metric, part.label_zh, part.unit, derived.is_denominator, derived.coefficient, value.state, value.value, value.is_disputed
from derived_term derived
join dim_metric metric on metric.metric_id = derived.metric_id
join dim_metric part on part.metric_id = derived.term_id
join mart_value value on value.metric_id = derived.term_id
join mart_agency agency using (agency_id)
where metric.metric = $metric and value.report_id = $report_id
    and list_has_any(agency.lineage, $scope)
order by derived.is_denominator, part.position;
