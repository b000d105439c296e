-- Of a group, year on year and from the first year to the last: sums over the agencies whose values count in both years.
-- Rates are not added: of them the median change.
with grouped as (
    select agency_id from members($scope, $within, $level, $sector)
),
fact as (
    select fact.year, fact.agency_id, fact.value, fact.form
    from facts($metric, $first_year, $last_year) fact
    join grouped using (agency_id)
    where fact.left_out is null and fact.scope = cast($report_scope as report_scope)
),
spans as (
    select cast(unnest(range($first_year, $last_year)) as smallint) as from_year, cast(from_year + 1 as smallint) as to_year
    union
    select cast($first_year as smallint), cast($last_year as smallint)
),
paired as (
    select
        spans.from_year, spans.to_year, count(*) as paired, sum(before.value) as total_before, sum(now.value) as total,
        median(now.value - before.value) as median_change, count(*) filter (where now.form <> before.form) as other_form
    from spans
    join fact before on before.year = spans.from_year
    join fact now on now.year = spans.to_year and now.agency_id = before.agency_id
    where spans.from_year < spans.to_year
    group by spans.from_year, spans.to_year
),
final as (
    select
        from_year, to_year, paired, case when is_sum then total_before end as total_before, case when is_sum then total end as total,
        case when is_sum and total_before > 0 and total >= 0
            then cast(pow(cast(total as double) / cast(total_before as double), 1.0 / (to_year - from_year)) - 1 as decimal(18, 6)) end as yearly_growth,
        cast(median_change as decimal(18, 6)) as median_change, other_form
    from paired
    cross join (select kind <> 'rate' as is_sum from dim_metric where metric = $metric)
)
select * from final
order by from_year, to_year;
