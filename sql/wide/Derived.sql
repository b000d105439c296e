-- Derived metrics of the reports in a wide table. metrics is one select for each; a rate is no number where a term is none, or there
-- is nothing to divide by.
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
stated as (
    select
        *, case when not is_complete then 'incomplete' when is_rate and denominator = 0 then 'undefined' else 'number' end as state
    from derived
),
final as (
    select *, case when state = 'number' then cast(case when is_rate then numerator / denominator else numerator end as decimal(18, 6)) end as value
    from stated
)
select
    metric_id, year, agency_id, scope, report_id, form, state, whole_of(value), millionths_of(value),
    cast(denominator as decimal(18, 6)), disputed.report_id is not null, has_unit, false
from final
left join disputed using (report_id, metric_id)
order by metric_id, year, agency_id, scope;
