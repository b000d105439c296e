-- Every value of one agency's current reports.
with own as (
    select agency_id from visible($scope) where code = $agency
)
select
    metric.metric, metric.label_zh, metric.unit, metric.form_table, metric.is_derived, value.year, cast(value.scope as varchar) as report_scope,
    value.report_id, cast(value.form as varchar) as form, cast(value.state as varchar) as state, exact(value.whole, value.millionths) as value,
    value.denominator, value.is_disputed, value.has_unit, value.is_corrected
from observation value
join dim_metric metric using (metric_id)
where value.agency_id = (select agency_id from own)
order by metric.position, value.year, value.scope;
