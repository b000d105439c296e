-- Values of some agencies and metrics over years; absent rows mean not reported.
select
    agency.code as agency, agency.short_name as agency_name, metric.metric, value.year, value.scope, value.report_id, value.form,
    value.state, value.value, value.denominator, value.is_disputed, value.has_unit, value.is_corrected
from mart_value value
join visible($scope) agency using (agency_id)
join dim_metric metric using (metric_id)
where list_contains($agencies, agency.code)
    and list_contains($metrics, metric.metric)
    and value.year between $first_year and $last_year
order by metric.position, agency.code, value.year, value.scope;
