-- Agencies whose names, region or pinyin contain a text; those with reports in more years first.
select
    code, name, short_name, sector, region_code, region_name, region_path, region_level, years, is_government
from visible($scope)
where ($text = '' or contains(search, $text))
order by
    case when short_name = $text or name = $text then 0 when starts_with(short_name, $text) then 1 else 2 end,
    len(years) desc, length(name), code
limit $limit;
