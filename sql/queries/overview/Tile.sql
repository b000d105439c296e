-- One metric this year and the year before, by scope of report: sums, what was left out of them, and the change between
-- the agencies whose values count in both years. Rates are not added: of them the median is told.
with grouped as (
    select agency_id from members($scope, $within, $level, $sector)
),
fact as (
    select fact.*
    from facts($metric, $year - 1, $year) fact
    join grouped using (agency_id)
),
now as (
    select
        scope, count(*) filter (where left_out is null) as counted, sum(value) filter (where left_out is null) as total,
        median(value) filter (where left_out is null) as median,
        count(*) filter (where left_out = 'disputed') as disputed, count(*) filter (where left_out = 'no_unit') as no_unit,
        count(*) filter (where left_out not in ('disputed', 'no_unit')) as no_number
    from fact
    where year = $year
    group by scope
),
paired as (
    select
        scope, count(*) as paired, sum(value) filter (where year = $year) as paired_now, sum(value) filter (where year < $year) as paired_before,
        median(value) filter (where year = $year) as paired_median, median(value) filter (where year < $year) as paired_median_before
    from (
        select *, count(*) over (partition by agency_id, scope) as years
        from fact
        where left_out is null
    )
    where years = 2
    group by scope
)
select
    cast(now.scope as varchar) as report_scope, now.counted, if(is_rate, null, now.total) as total, now.disputed, now.no_unit, now.no_number,
    coalesce(paired.paired, 0) // 2 as paired, if(is_rate, null, paired.paired_now) as paired_now, if(is_rate, null, paired.paired_before) as paired_before,
    cast(if(is_rate, now.median, null) as decimal(18, 6)) as median, cast(if(is_rate, paired.paired_median, null) as decimal(18, 6)) as paired_median,
    cast(if(is_rate, paired.paired_median_before, null) as decimal(18, 6)) as paired_median_before
from now
cross join (select kind = 'rate' as is_rate from dim_metric where metric = $metric)
left join paired using (scope)
order by now.scope;
