-- The biggest changes of one metric on the year before, by amount; both values count, of reports of one scope.
with grouped as (
    select agency_id, code, short_name, region_code from members($scope, $region, $level, $sector)
),
fact as (
    select fact.year, fact.agency_id, fact.report_id, fact.form, fact.value
    from facts($metric, $year - 1, $year) fact
    where fact.left_out is null and fact.scope = cast($report_scope as report_scope)
),
final as (
    select
        now.agency_id, now.report_id, now.value, before.value as value_before, now.value - before.value as change, now.form <> before.form as is_other_form
    from fact now
    join fact before using (agency_id)
    where now.year = $year and before.year = $year - 1 and now.value <> before.value
        and now.agency_id in (select agency_id from grouped)
    order by abs(change) desc, now.agency_id
    limit $limit
)
select
    grouped.code as agency, grouped.short_name as agency_name, final.report_id, final.value, final.value_before, final.change,
    coalesce(final.is_other_form, false) as is_other_form,
    coalesce(grouped.region_code in (select region_code from changed_regions($year)), false) as is_other_region
from final
join grouped using (agency_id)
order by abs(final.change) desc, final.agency_id;
