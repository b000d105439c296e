-- Agencies and regions by Chinese name, alias or pinyin; names that are or begin with the text come first. Of an agency
-- every word of the text must be found, so that 拱墅 教育 finds one.
with agency as (
    select
        'agency' as kind, code, short_name as label, coalesce(region_path, '') as detail, len(years) as weight, name as other
    from visible($scope)
    where len(list_filter(string_split($text, ' '), word -> not contains(search, word))) = 0
),
region as (
    select distinct 'region' as kind, code, name as label, path as detail, 0 as weight, short as other
    from dim_region
    where valid_to is null and is_within(first_place, $scope)
        and (contains(name, $text) or contains(pinyin, $text) or initials = $text)
),
found as (
    select * from agency
    union all
    select * from region
)
select kind, code, label, detail
from found
where $text <> ''
qualify row_number() over (partition by kind order by
    case when label = $text or other = $text then 0 when starts_with(label, $text) or starts_with(other, $text) then 1 else 2 end,
    weight desc, length(label), code) <= $limit
order by kind,
    case when label = $text or other = $text then 0 when starts_with(label, $text) or starts_with(other, $text) then 1 else 2 end,
    weight desc, length(label), code;
