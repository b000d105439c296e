-- One row per agency with what a search looks at.
delete from mart_agency;

insert into mart_agency
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
)
select
    agency.agency_id, agency.code, agency.name, agency.short_name, agency.office, agency.sector,
    agency.region_code, region.name, region.path, region.level, coalesce(region.lineage, ['CN']),
    lower(concat_ws(' ', agency.name, agency.short_name, region.path, region.pinyin, region.initials, aliases.names)),
    coalesce(reported.years, []),
    coalesce(agency.sector = '政府', false) and agency.office in ('', '人民政府')
from dim_agency agency
left join region on region.code = agency.region_code
left join aliases using (agency_id)
left join reported using (agency_id)
order by agency.agency_id;
