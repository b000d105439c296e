-- Every value of one agency's current reports, derived ones included.
with own as (
    select agency_id from visible($scope) where code = $agency
),
printed as (
    select
        metric_id, year, scope, report_id, form, state, whole, millionths, cast(null as decimal(18, 6)) as denominator,
        is_disputed, has_unit, is_corrected
    from own_values((select agency_id from own), 0, 9999)
),
derived as (
    select metric_id, year, scope, report_id, form, state, whole, millionths, denominator, is_disputed, has_unit, is_corrected
    from observation
    where metric_id in (select metric_id from dim_metric where is_derived) and agency_id = (select agency_id from own)
),
final as (
    select * from printed
    union all
    select * from derived
)
select
    metric.metric, metric.label_zh, metric.unit, metric.form_table, metric.is_derived, value.year, cast(value.scope as varchar) as report_scope,
    value.report_id, cast(value.form as varchar) as form, cast(value.state as varchar) as state, exact(value.whole, value.millionths) as value,
    value.denominator, value.is_disputed, value.has_unit, value.is_corrected
from final value
join dim_metric metric using (metric_id)
order by metric.position, value.year, value.scope;
