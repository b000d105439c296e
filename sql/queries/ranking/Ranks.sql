-- A league table: the agencies of a group by one metric of one year, in reports of one scope. Equal values share a rank;
-- values that do not count come last without one, with the reason.
with grouped as (
    select agency_id, code from members($scope, $within, $level, $sector)
),
fact as (
    select fact.*, grouped.code
    from facts($metric, $year - 1, $year) fact
    join grouped using (agency_id)
    where fact.scope = cast($report_scope as report_scope)
),
ranked as (
    select year, agency_id, rank() over (partition by year order by case when $ascending then value else -value end) as rank
    from fact
    where left_out is null
),
page as (
    select fact.*, ranked.rank
    from fact
    left join ranked on ranked.year = fact.year and ranked.agency_id = fact.agency_id
    where fact.year = $year
    order by ranked.rank nulls last, fact.left_out, fact.code
    limit $limit offset $offset
)
select
    page.code as agency, agency.short_name as agency_name, agency.region_path, page.report_id, page.rank, earlier.rank as rank_before,
    cast(page.state as varchar) as state, page.value, before.value as value_before, page.denominator, page.left_out, page.is_corrected,
    coalesce(agency.region_code in (select region_code from changed_regions($year)), false) as is_other_region
from page
join visible($scope) agency using (agency_id)
left join fact before on before.year = $year - 1 and before.agency_id = page.agency_id
left join ranked earlier on earlier.year = $year - 1 and earlier.agency_id = page.agency_id
order by page.rank nulls last, page.left_out, page.code;
