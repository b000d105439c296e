-- The values a derived metric is computed from in one report: every term that the report's form has.
with derived as (
    select term_id, is_denominator, coefficient
    from derived_term
    where metric_id = (select metric_id from dim_metric where metric = $metric)
),
head as (
    select report.*
    from report
    join visible($scope) using (agency_id)
    where report.report_id = $report_id
),
present as (
    select *
    from observation
    where metric_id in (select term_id from derived) and year = (select year from head) and report_id = $report_id
)
select
    part.metric, part.label_zh, part.unit, derived.is_denominator, derived.coefficient, cast(value.state as varchar) as state,
    exact(value.whole, value.millionths) as value, coalesce(value.is_disputed, false) as is_disputed
from head
cross join derived
join dim_metric part
    on part.metric_id = derived.term_id
    and list_contains(part.forms, form_of(table_number(part.form_table), form_2, form_3, form_4))
left join present value on value.metric_id = derived.term_id
order by derived.is_denominator, part.position;
