-- One row per agency with what a search looks at, in the order of regions.
delete from mart_agency;

insert into mart_agency by name
with region as (
    select *
    from dim_region
    qualify row_number() over (partition by code order by valid_from desc nulls last) = 1
),
aliases as (
    select agency_id, string_agg(alias, ' ' order by alias) as names
    from agency_alias
    group by agency_id
),
reported as (
    select agency_id, list(distinct year order by year) as years
    from report
    where is_current
    group by agency_id
),
expected as (
    select
        agency_id, min(first_year) as first_expected,
        case when bool_or(last_year is null) then null else max(last_year) end as last_expected
    from roster
    group by agency_id
)
select
    agency.agency_id, agency.code, agency.name, agency.short_name, agency.office, agency.sector,
    agency.region_code, region.name as region_name, region.path as region_path, region.level as region_level,
    coalesce(region.lineage, ['CN']) as lineage, coalesce(region.first_place, 0) as place, coalesce(region.lineage[-2], 'CN') as province,
    lower(concat_ws(' ', agency.name, agency.short_name, region.path, aliases.names,
        coalesce(region.pinyin, '') || coalesce(reading.pinyin, ''), coalesce(region.initials, '') || coalesce(reading.initials, ''))) as search,
    coalesce(reported.years, []) as years, expected.first_expected, expected.last_expected,
    coalesce(agency.sector = '政府', false) and agency.office in ('', '人民政府') as is_government,
    coalesce(region.is_synthetic, false) as is_synthetic
from dim_agency agency
left join region on region.code = agency.region_code
left join office_reading reading using (office)
left join aliases using (agency_id)
left join reported using (agency_id)
left join expected using (agency_id)
order by place, agency.code;
