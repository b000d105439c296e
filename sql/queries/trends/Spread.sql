-- One metric over years in a group of agencies and one scope of report: how its values lie, what was left out, coverage.
-- Rates are not added.
with grouped as (
    select agency_id from members($scope, $region, $level, $sector)
),
spread as (
    select
        fact.year, count(*) filter (where left_out is null) as counted, sum(value) filter (where left_out is null) as total,
        min(value) filter (where left_out is null) as least, max(value) filter (where left_out is null) as greatest,
        quantile_cont(cast(value as double), [0.25, 0.5, 0.75]) filter (where left_out is null) as quartiles,
        count(*) filter (where left_out = 'disputed') as disputed, count(*) filter (where left_out = 'no_unit') as no_unit,
        count(*) filter (where left_out = 'small') as small,
        count(*) filter (where left_out not in ('disputed', 'no_unit', 'small')) as no_number
    from facts($metric, $first_year, $last_year) fact
    where fact.scope = cast($report_scope as report_scope) and fact.agency_id in (select agency_id from grouped)
    group by fact.year
),
final as (
    select
        year, coalesce(counted, 0) as counted, case when (select kind from dim_metric where metric = $metric) <> 'rate' then total end as total,
        least, cast(quartiles[1] as decimal(18, 6)) as lower_quartile, cast(quartiles[2] as decimal(18, 6)) as median,
        cast(quartiles[3] as decimal(18, 6)) as upper_quartile, greatest,
        coalesce(disputed, 0) as disputed, coalesce(no_unit, 0) as no_unit, coalesce(small, 0) as small, coalesce(no_number, 0) as no_number,
        reported, expected, missing
    from coverage($scope, $region, $level, $sector, $first_year, $last_year, $report_scope)
    left join spread using (year)
)
select * from final
order by year;
