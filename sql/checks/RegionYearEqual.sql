-- The sums of provinces are those of the values that charts show, and there are no others.
with province as (
    select dim_agency.agency_id, coalesce(max(region.code) filter (where region.level = 'province'), 'CN') as code
    from dim_agency
    left join (select code as inside, unnest(lineage) as above from dim_region) line on line.inside = dim_agency.region_code
    left join dim_region region on region.code = line.above
    group by dim_agency.agency_id
),
expected as (
    select
        province.code, value.year, value.scope, value.metric_id,
        count(*) filter (where counts) as counted, coalesce(sum(value.value) filter (where counts and metric.kind <> 'rate'), 0) as total,
        count(*) filter (where value.is_disputed) as disputed, count(*) as n
    from (
        select *, state = 'number' and has_unit and not is_disputed
            and coalesce(denominator >= (select min_denominator from dim_metric where dim_metric.metric_id = mart_value.metric_id), true) as counts
        from mart_value
    ) value
    join province using (agency_id)
    join dim_metric metric using (metric_id)
    group by all
),
present as (
    select
        region_code as code, year, cast(scope as varchar) as scope, metric_id, counted,
        cast(whole as decimal(38, 6)) + cast(cast(millionths as decimal(20, 0)) * 0.000001 as decimal(38, 6)) as total,
        disputed, counted + disputed + no_unit + small + no_number as n
    from mart_region_year
),
failing as (
    select *, 'missing or other' as why from (from expected except all from present)
    union all
    select *, 'surplus' from (from present except all from expected)
)
select
    (select count(*) from expected) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
