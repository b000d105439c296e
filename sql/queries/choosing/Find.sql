-- Regions whose name or pinyin contains a text, with how many agencies sit in them and below; none without any.
with found as (
    select code, name, path, short, first_place, last_place
    from dim_region
    where valid_to is null and (contains(name, $text) or contains(pinyin, $text) or contains(initials, $text))
),
final as (
    select found.code, found.name, found.path, count(*) as agencies, bool_or(found.short = $text or found.name = $text) as is_named, min(found.first_place) as place
    from found
    join visible($scope) agency on agency.place between found.first_place and found.last_place
    group by found.code, found.name, found.path
)
select code, name, path, agencies
from final
order by not is_named, place, code
limit $limit;
