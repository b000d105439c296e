-- The parts of a region by one metric of one year, in reports of one scope: sum and median of the agencies in each, what was
-- left out, coverage. What lies in the region itself and in none of its parts comes under its own code.
with split as (
    select first_place as place, any_value(coalesce(list_extract(lineage, -1 - parent.depth), parent.code)) as part
    from dim_region
    cross join (select code, len(lineage) as depth from dim_region where code = $region limit 1) parent
    where list_contains(lineage, $region)
    group by first_place
),
grouped as (
    select agency_id, short_name, years, first_expected, coalesce(last_expected, 32767) as last_expected, split.part
    from members($scope, $region, $level, $sector)
    join split using (place)
),
spread as (
    select
        grouped.part, count(*) filter (where left_out is null) as counted, sum(value) filter (where left_out is null) as total,
        median(cast(value as double)) filter (where left_out is null) as median,
        count(*) filter (where left_out = 'disputed') as disputed, count(*) filter (where left_out = 'no_unit') as no_unit,
        count(*) filter (where left_out = 'small') as small,
        count(*) filter (where left_out not in ('disputed', 'no_unit', 'small')) as no_number,
        any_value(short_name) filter (where left_out is null) as some_agency
    from facts($metric, $year, $year) fact
    join grouped using (agency_id)
    where fact.scope = cast($report_scope as report_scope)
    group by grouped.part
),
reporting as (
    select grouped.part, count(*) as reported
    from report
    join grouped using (agency_id)
    where report.is_current and report.year = $year and report.scope = $report_scope
    group by grouped.part
),
listed as (
    select part, count(*) as expected, count(*) filter (where not list_contains(years, $year)) as missing
    from grouped
    where $year between first_expected and last_expected
    group by part
),
region as (
    select code, name, short, level, first_place
    from dim_region
    qualify row_number() over (partition by code order by valid_from desc nulls last) = 1
),
final as (
    select
        region.code, region.name, region.short, region.level, coalesce(spread.counted, 0) as counted,
        case when (select kind from dim_metric where metric = $metric) <> 'rate' then spread.total end as total,
        cast(spread.median as decimal(18, 6)) as median,
        coalesce(spread.disputed, 0) as disputed, coalesce(spread.no_unit, 0) as no_unit, coalesce(spread.small, 0) as small,
        coalesce(spread.no_number, 0) as no_number, coalesce(reporting.reported, 0) as reported, listed.expected, listed.missing,
        -- One agency's figure is that agency's, not its region's.
        case when spread.counted = 1 then spread.some_agency end as only_agency
    from (select distinct part from grouped) parts
    join region on region.code = parts.part
    left join spread using (part)
    left join reporting using (part)
    left join listed using (part)
    order by region.first_place
)
select * from final;
