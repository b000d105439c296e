-- Ranks over years of those that lead in the last year. A year without a value that counts has no row.
with grouped as (
    select agency_id, code, short_name from members($scope, $region, $level, $sector)
),
ranked as (
    select
        year, agency_id, value, rank() over (partition by year order by case when $ascending then value else -value end) as rank
    from facts($metric, $first_year, $last_year)
    join (select agency_id from grouped) using (agency_id)
    where left_out is null and scope = cast($report_scope as report_scope)
),
leader as (
    select agency_id, code, short_name, rank as last_rank
    from ranked
    join grouped using (agency_id)
    where year = $last_year
    order by rank, code
    limit $limit
)
select leader.code as agency, leader.short_name as agency_name, ranked.year, ranked.rank, ranked.value
from ranked
join leader using (agency_id)
order by leader.last_rank, leader.code, ranked.year;
