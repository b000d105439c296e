-- Where one agency stands among its peers by one metric of a year: same level, sector and scope of report. Of those whose
-- values count, how many are below, equal and above.
with own as (
    select * from visible($scope) where code = $agency
),
peer as (
    select other.agency_id
    from visible($scope) other
    join own
        on other.region_level is not distinct from own.region_level and other.sector is not distinct from own.sector
        and other.is_government = own.is_government
),
fact as (
    select fact.agency_id, fact.scope, fact.value, fact.left_out
    from facts($metric, $year, $year) fact
    where fact.agency_id in (select agency_id from peer)
),
mine as (
    select fact.* from fact join own using (agency_id)
)
select
    cast(mine.scope as varchar) as report_scope, mine.value, mine.left_out,
    count(*) filter (where fact.value < mine.value) as below,
    count(*) filter (where fact.value = mine.value and fact.agency_id <> mine.agency_id) as equal,
    count(*) filter (where fact.value > mine.value) as above
from mine
left join fact on fact.scope = mine.scope and fact.left_out is null
group by mine.scope, mine.value, mine.left_out
order by mine.scope;
