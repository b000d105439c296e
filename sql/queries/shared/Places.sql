-- First and last place of some regions, one pair after the other; the country begins with what is in no region.
with region as (
    select code, min(case when code = 'CN' then 0 else first_place end) as first_place, max(last_place) as last_place
    from dim_region
    where list_contains($codes, code)
    group by code
)
select unnest([first_place, last_place]) as place
from region
order by code, place;
