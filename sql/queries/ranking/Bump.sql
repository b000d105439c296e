-- Ranks over years of those that lead in the last year. A year without a value that counts has no row.
with grouped as (
    select agency_id from members($scope, $region, $level, $sector)
),
fact as (
    select fact.year, fact.agency_id, fact.value, case when $ascending then fact.value else -fact.value end as sort
    from facts($metric, $first_year, $last_year) fact
    where fact.left_out is null and fact.scope = cast($report_scope as report_scope) and fact.agency_id in (select agency_id from grouped)
),
place as (
    select year, sort, cast(sum(n) over (partition by year order by sort) - n + 1 as bigint) as rank
    from (select year, sort, count(*) as n from fact group by year, sort)
),
leader as (
    select agency_id, sort
    from fact
    where year = $last_year
    order by sort, agency_id
    limit $limit
)
select agency.code as agency, agency.short_name as agency_name, fact.year, place.rank, fact.value
from fact
join leader using (agency_id)
join place on place.year = fact.year and place.sort = fact.sort
join visible($scope) agency using (agency_id)
order by leader.sort, fact.agency_id, fact.year;
