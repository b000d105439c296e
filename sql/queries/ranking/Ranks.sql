-- A league table: the agencies of a group by one metric of one year, in reports of one scope. Equal values share a rank;
-- values that do not count come last without one, with the reason.
with grouped as (
    select agency_id, code, short_name, region_path, region_code from members($scope, $region, $level, $sector)
),
fact as (
    select fact.*
    from facts($metric, $year - 1, $year) fact
    join (select agency_id from grouped) using (agency_id)
    where fact.scope = cast($report_scope as report_scope)
),
ranked as (
    select year, agency_id, rank() over (partition by year order by case when $ascending then value else -value end) as rank
    from fact
    where left_out is null
),
page as (
    select fact.*, ranked.rank, grouped.code, grouped.short_name, grouped.region_path, grouped.region_code
    from fact
    join grouped using (agency_id)
    left join ranked on ranked.year = fact.year and ranked.agency_id = fact.agency_id
    where fact.year = $year
    order by ranked.rank nulls last, fact.left_out, grouped.code
    limit $limit offset $offset
)
select
    page.code as agency, page.short_name as agency_name, page.region_path, page.report_id, page.rank, earlier.rank as rank_before,
    cast(page.state as varchar) as state, page.value, before.value as value_before, page.denominator, page.left_out, page.is_corrected,
    coalesce(page.region_code in (select region_code from changed_regions($year)), false) as is_other_region
from page
left join fact before on before.year = $year - 1 and before.agency_id = page.agency_id
left join ranked earlier on earlier.year = $year - 1 and earlier.agency_id = page.agency_id
order by page.rank nulls last, page.left_out, page.code;
