-- One metric this year and the year before, by scope of report: sums, what was left out of them, and the change between
-- the agencies whose values count in both years.
with grouped as (
    select agency_id from members($scope, $region, $level, $sector)
),
fact as (
    select fact.*
    from facts($metric, $year - 1, $year) fact
    join grouped using (agency_id)
),
now as (
    select
        scope, count(*) filter (where left_out is null) as counted, sum(value) filter (where left_out is null) as total,
        count(*) filter (where left_out = 'disputed') as disputed, count(*) filter (where left_out = 'no_unit') as no_unit,
        count(*) filter (where left_out not in ('disputed', 'no_unit')) as no_number
    from fact
    where year = $year
    group by scope
),
paired as (
    select
        scope, count(*) as paired, sum(value) filter (where year = $year) as paired_now, sum(value) filter (where year < $year) as paired_before
    from (
        select *, count(*) over (partition by agency_id, scope) as years
        from fact
        where left_out is null
    )
    where years = 2
    group by scope
)
select
    cast(now.scope as varchar) as report_scope, now.counted,
    case when (select kind from dim_metric where metric = $metric) <> 'rate' then now.total end as total, now.disputed, now.no_unit, now.no_number,
    coalesce(paired.paired, 0) // 2 as paired,
    case when (select kind from dim_metric where metric = $metric) <> 'rate' then paired.paired_now end as paired_now,
    case when (select kind from dim_metric where metric = $metric) <> 'rate' then paired.paired_before end as paired_before
from now
left join paired using (scope)
order by now.scope;
