-- Reconsideration and litigation of one agency over years: the lines of table 四.
with own as (
    select agency_id from visible($scope) where code = $agency
)
select
    metric.metric, metric.label_zh, value.year, cast(value.scope as varchar) as report_scope, value.report_id,
    cast(value.state as varchar) as state, exact(value.whole, value.millionths) as value, value.is_disputed
from own_values((select agency_id from own), 0, 9999) value
join dim_metric metric using (metric_id)
where metric.form_table = '四'
order by metric.position, value.year, value.scope;
