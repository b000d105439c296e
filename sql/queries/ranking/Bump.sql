-- Ranks over years of those that lead in the last year. A year without a value that counts has no row.
with grouped as (
    select agency_id from members($scope, $region, $level, $sector)
),
ranked as (
    select
        fact.year, fact.agency_id, fact.value,
        rank() over (partition by fact.year order by case when $ascending then fact.value else -fact.value end) as rank
    from facts($metric, $first_year, $last_year) fact
    where fact.left_out is null and fact.scope = cast($report_scope as report_scope) and fact.agency_id in (select agency_id from grouped)
),
leader as (
    select agency_id, rank as last_rank
    from ranked
    where year = $last_year
    order by rank, agency_id
    limit $limit
)
select agency.code as agency, agency.short_name as agency_name, ranked.year, ranked.rank, ranked.value
from ranked
join leader using (agency_id)
join visible($scope) agency using (agency_id)
order by leader.last_rank, ranked.agency_id, ranked.year;
