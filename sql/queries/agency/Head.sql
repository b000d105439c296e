-- One agency: who it is, other names that its reports print, the regions it lies in from its own up, and from when to when the
-- roster expects it to report.
with other_name as (
    select agency_id, list(alias order by alias) as aliases
    from agency_alias
    group by agency_id
)
select
    agency.code, agency.name, agency.short_name, agency.sector, agency.region_code, agency.region_name, agency.region_path, agency.region_level,
    agency.years, agency.is_government, agency.is_synthetic, agency.first_expected, agency.last_expected,
    list_filter(agency.lineage, region -> region <> 'CN') as regions,
    list_filter(coalesce(other_name.aliases, []), alias -> alias not in (agency.name, agency.short_name)) as aliases
from visible($scope) agency
left join other_name using (agency_id)
where agency.code = $agency;
