-- First and last place of every region; the country begins with what is in no region.
select code, min(case when code = 'CN' then 0 else first_place end) as first_place, max(last_place) as last_place
from dim_region
group by code;
