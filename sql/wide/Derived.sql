-- Derived metrics of the reports in mart_fresh. metrics is one select for each; a rate is no number where a term is none,
-- or there is nothing to divide by.
insert into mart_derived
with numbered as (
    select
        wide.*, form_2, form_3, form_4,
        coalesce(doubt.disputed, []) as disputed, coalesce(doubt.unitless, []) as unitless
    from rule_wide wide
    join mart_fresh using (report_id)
    join report using (report_id)
    left join mart_doubt doubt using (report_id)
),
derived as (
    {metrics}
)
select
    metric_id, year, agency_id, scope, report_id, form,
    case when not is_complete then 'incomplete' when is_rate and denominator = 0 then 'undefined' else 'number' end as state,
    case
        when not is_complete or (is_rate and denominator = 0) then null
        when is_rate then cast(numerator / denominator as decimal(18, 6))
        else cast(numerator as decimal(18, 6))
    end as value,
    cast(denominator as decimal(18, 6)) as denominator,
    is_disputed, has_unit
from derived;
