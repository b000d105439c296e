-- One agency: who it is, and from when to when the roster expects it to report.
select
    code, name, short_name, sector, region_code, region_name, region_path, region_level, years, is_government, is_synthetic,
    first_expected, last_expected
from visible($scope)
where code = $agency;
