-- Agencies by code.
select
    code, name, short_name, sector, region_code, region_name, region_path, region_level, years, is_government
from visible($scope)
where list_contains($codes, code)
order by code;
