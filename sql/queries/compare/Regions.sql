-- Regions whose name or pinyin contains a text and in which somebody reports, with how many.
with reporting as (
    select region_code, count(*) as agencies
    from visible($scope)
    where len(years) > 0
    group by region_code
)
select region.code, region.name, region.path, reporting.agencies
from dim_region region
join reporting on reporting.region_code = region.code
where region.valid_to is null
    and (contains(region.name, $text) or contains(region.pinyin, $text) or contains(region.initials, $text))
order by case when region.short = $text or region.name = $text then 0 else 1 end, region.code
limit $limit;
