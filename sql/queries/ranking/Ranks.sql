-- A league table: the agencies of a group by one metric of one year, in reports of one scope. Equal values share a rank;
-- values that do not count come last without one, with the reason.
with grouped as (
    select agency_id from members($scope, $region, $level, $sector)
),
fact as (
    select
        fact.year, fact.agency_id, fact.report_id, fact.state, fact.value, fact.denominator, fact.form, fact.is_corrected, fact.left_out,
        case when fact.left_out is null then case when $ascending then value else -value end end as sort
    from facts($metric, $year - 1, $year) fact
    where fact.scope = cast($report_scope as report_scope) and fact.agency_id in (select agency_id from grouped)
),
place as (
    select year, sort, cast(sum(n) over (partition by year order by sort) - n + 1 as bigint) as rank
    from (select year, sort, count(*) as n from fact where sort is not null group by year, sort)
),
page as (
    select *
    from fact
    where year = $year
    order by sort nulls last, left_out, value desc nulls last, agency_id
    limit $limit offset $offset
),
final as (
    select
        page.*, place.rank, earlier.rank as rank_before, before.value as value_before
    from page
    left join place on place.year = page.year and place.sort = page.sort
    left join fact before on before.year = $year - 1 and before.agency_id = page.agency_id
    left join place earlier on earlier.year = before.year and earlier.sort = before.sort
)
select
    agency.code as agency, agency.short_name as agency_name, agency.region_path, final.report_id, final.rank, final.rank_before, final.state,
    final.value, final.value_before, final.denominator, final.left_out, final.is_corrected,
    coalesce(agency.region_code in (select region_code from changed_regions($year)), false) as is_other_region
from final
join visible($scope) agency using (agency_id)
order by final.sort nulls last, final.left_out, final.value desc nulls last, final.agency_id;
