-- Agencies by code.
select
    code, name, short_name, sector, region_code, region_name, region_path, region_level, years, is_government
from mart_agency
where list_has_any(lineage, $scope) and list_contains($codes, code)
order by code;
