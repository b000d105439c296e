-- The parts of a region in which there are agencies: who reported in one scope, who is expected, who of those is missing.
with grouped as (
    select agency_id, years, first_expected, coalesce(last_expected, 32767) as last_expected, part
    from members($scope, $within, $level, $sector)
    join parts($region) using (place)
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
        region.code, region.name, region.short, region.level, coalesce(reporting.reported, 0) as reported, listed.expected, listed.missing
    from (select distinct part from grouped) found
    join region on region.code = found.part
    left join reporting on reporting.part = region.code
    left join listed on listed.part = region.code
    order by region.first_place
)
select * from final;
