-- The sums a value stands in, and whether they hold in its report. A blank summand counts as 0 where another summand is
-- a number; without its result, or with a summand of the form missing or unread, a sum is not checkable.
with instances as (
    select rule, instance
    from rule_term
    join dim_metric metric using (metric_id)
    group by rule, instance
    having bool_or(metric.metric = $metric) and bool_and(year_offset = 0)
),
terms as (
    select term.rule, term.instance, term.coefficient, term.is_result, cell.state, exact(cell.whole, cell.millionths) as value
    from report
    join visible($scope) agency using (agency_id)
    cross join rule_term term
    join instances using (rule, instance)
    join dim_metric metric
        on metric.metric_id = term.metric_id
        and list_contains(metric.forms, form_of(table_number(metric.form_table), form_2, form_3, form_4))
    left join cell on cell.report_id = report.report_id and cell.metric_id = term.metric_id
    where report.report_id = $report_id
),
final as (
    select
        rule, instance,
        case
            when not bool_and(case when is_result then coalesce(state = 'number', false) else coalesce(state <> 'unread', false) end)
                then 'unchecked'
            when count(value) filter (where not is_result) = 0 then 'unchecked'
            when sum(coefficient * coalesce(value, 0)) = 0 then 'passed'
            else 'failed'
        end as outcome
    from terms
    group by rule, instance
)
select * from final
order by rule, instance;
