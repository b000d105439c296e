-- Derived metrics of the reports in a wide table. metrics is one select for each; a rate is no number where a term is none, or there
-- is nothing to divide by; neither is what is longer than a number can be.
insert into observation
with derived as (
    {metrics}
),
disputed as (
    select distinct other.report_id, term.metric_id
    from mart_other other
    join derived_term term on term.term_id = other.metric_id
    where other.is_disputed
),
final as (
    select *, case when is_complete then try_cast(if(is_rate, numerator / nullif(denominator, 0), numerator) as decimal(18, 6)) end as value
    from derived
)
select
    metric_id, year, agency_id, scope, report_id, form, case when not is_complete then 'incomplete' when value is null then 'undefined' else 'number' end,
    whole_of(value), millionths_of(value), try_cast(denominator as decimal(18, 6)), disputed.report_id is not null, has_unit, false
from final
left join disputed using (report_id, metric_id)
order by metric_id, year, agency_id;
