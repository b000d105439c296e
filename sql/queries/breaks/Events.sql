-- Dated changes of the regions within a region.
with within as (
    select distinct code
    from dim_region
    where list_contains(lineage, $region) and is_within(first_place, $scope)
),
touched as (
    select date, kind, note_zh, source, unnest(codes) as code
    from region_event
    where year(date) between $first_year and $last_year
)
select date, kind, note_zh as note, list(code order by code) as regions
from touched
join within using (code)
group by date, kind, note_zh
order by date, note_zh;
