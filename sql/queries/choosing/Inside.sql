-- The agencies that sit directly in a region, its government first.
select
    code, name, short_name, sector, region_code, region_name, region_path, region_level, years, is_government
from visible($scope)
where region_code = $region
order by is_government desc, len(years) = 0, sector, code;
