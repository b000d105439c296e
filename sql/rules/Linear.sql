-- The sums of suspect reports, term by term: within a report, or between it and the one before. A blank
-- summand counts as 0 where another is a number; without its result, or with a summand missing from the report's form or unread,
-- a sum is not checkable. What the year before has no cell for is not checkable either: in the first year of a form nothing is
-- known of its stocks. What would be right is null where it is longer than a number can be.
insert into breach
with linear as (
    select rule, instance, bool_or(year_offset <> 0) as is_of_years
    from rule_term
    group by rule, instance
),
term as (
    select
        suspect.report_id, term.rule, term.instance, term.metric_id, metric.metric, term.coefficient, term.is_result,
        case when term.year_offset = 0 then suspect.report_id else suspect.before_id end as cell_of
    from suspect
    join report using (report_id)
    join linear on suspect.kind = case when linear.is_of_years then 'years' else 'sums' end
    join rule_term term on term.rule = linear.rule and term.instance = linear.instance
    join dim_metric metric
        on metric.metric_id = term.metric_id
        and (
            term.year_offset <> 0
            or list_contains(metric.forms, form_of(table_number(metric.form_table), form_2, form_3, form_4))
        )
)
select
    term.report_id, term.rule, max(term.metric) filter (where term.is_result),
    try_cast(
        -max(term.coefficient) filter (where term.is_result) * sum(term.coefficient * printed.value) filter (where not term.is_result)
        as decimal(18, 6)),
    max(printed.value) filter (where term.is_result)
from term
left join suspect_cell printed on printed.report_id = term.cell_of and printed.metric_id = term.metric_id
group by term.report_id, term.rule, term.instance
having count(*) filter (where term.is_result) = 1
    and bool_and(case when term.is_result then coalesce(printed.mark = 1, false) else coalesce(printed.mark <> 3, false) end)
    and count(*) filter (where printed.mark = 1 and not term.is_result) > 0
    and sum(term.coefficient * printed.value) <> 0;
