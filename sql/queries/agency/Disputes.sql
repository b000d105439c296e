-- Reconsideration and litigation of one agency over years: the lines of table 四.
with own as (
    select agency_id from visible($scope) where code = $agency
)
select
    metric.metric, metric.label_zh, value.year, cast(value.scope as varchar) as report_scope, value.report_id,
    cast(value.state as varchar) as state, exact(value.whole, value.millionths) as value, value.is_disputed
from observation value
join dim_metric metric using (metric_id)
where value.metric_id in (select metric_id from dim_metric where form_table = '四') and value.agency_id = (select agency_id from own)
order by metric.position, value.year, value.scope;
