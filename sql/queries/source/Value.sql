-- A value as charts show it: printed or derived, with its doubts.
select value.state, value.value, value.denominator, value.is_disputed, value.has_unit, value.form, metric.unit
from mart_value value
join dim_metric metric using (metric_id)
join mart_agency agency using (agency_id)
where value.report_id = $report_id and metric.metric = $metric
    and list_has_any(agency.lineage, $scope);
