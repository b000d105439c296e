-- Ranks over years of those that lead in the last year, each with whether it can be compared with the one before. A year
-- without a value that counts has no row.
with grouped as (
    select agency_id, code, short_name, region_code from members($scope, $within, $level, $sector)
),
ranked as (
    select
        year, agency_id, report_id, form, value, rank() over (partition by year order by case when $ascending then value else -value end) as rank
    from facts($metric, $first_year, $last_year)
    join (select agency_id from grouped) using (agency_id)
    where left_out is null and scope = cast($report_scope as report_scope)
),
leader as (
    select agency_id, code, short_name, region_code, rank as last_rank
    from ranked
    join grouped using (agency_id)
    where year = $last_year
    order by rank, code
    limit $limit
),
final as (
    select
        leader.code as agency, leader.short_name as agency_name, ranked.year, ranked.rank, ranked.value, ranked.report_id,
        coalesce(ranked.form <> lag(ranked.form) over line, false) as is_other_form, changed.region_code is not null as is_other_region, leader.last_rank
    from ranked
    join leader using (agency_id)
    left join territory_change changed on changed.year = ranked.year and changed.region_code = leader.region_code
    window line as (partition by ranked.agency_id order by ranked.year)
)
select agency, agency_name, year, rank, value, report_id, is_other_form, is_other_region
from final
order by last_rank, agency, year;
