-- One metric over years in a group of agencies and one scope of report: how its values lie, and what was left out.
-- Rates are not added.
with grouped as (
    select agency_id from members($scope, $within, $level, $sector)
),
-- By reason first: one pass without a condition for each number.
tallied as (
    select
        year, left_out, count(*) as n, sum(value) as total, min(value) as least, max(value) as greatest,
        quantile_cont(value, [0.25, 0.5, 0.75]) as quartiles
    from facts($metric, $first_year, $last_year)
    join grouped using (agency_id)
    where scope = cast($report_scope as report_scope)
    group by year, left_out
),
spread as (
    select
        year, sum(n) filter (where left_out is null) as counted, any_value(total) filter (where left_out is null) as total,
        any_value(least) filter (where left_out is null) as least, any_value(greatest) filter (where left_out is null) as greatest,
        any_value(quartiles) filter (where left_out is null) as quartiles,
        sum(n) filter (where left_out = 'disputed') as disputed, sum(n) filter (where left_out = 'no_unit') as no_unit,
        sum(n) filter (where left_out = 'small') as small, sum(n) filter (where left_out not in ('disputed', 'no_unit', 'small')) as no_number
    from tallied
    group by year
),
final as (
    select
        year, cast(coalesce(counted, 0) as bigint) as counted,
        case when (select kind from dim_metric where metric = $metric) <> 'rate' then total end as total,
        least, cast(quartiles[1] as decimal(18, 6)) as lower_quartile, cast(quartiles[2] as decimal(18, 6)) as median,
        cast(quartiles[3] as decimal(18, 6)) as upper_quartile, greatest,
        cast(coalesce(disputed, 0) as bigint) as disputed, cast(coalesce(no_unit, 0) as bigint) as no_unit,
        cast(coalesce(small, 0) as bigint) as small, cast(coalesce(no_number, 0) as bigint) as no_number
    from spread
)
select * from final
order by year;
