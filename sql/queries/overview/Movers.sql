-- The biggest changes of one metric on the year before, by amount; both values count, of reports of one scope.
with grouped as (
    select agency_id, code, short_name, region_code from members($scope, $within, $level, $sector)
),
fact as (
    select fact.year, fact.agency_id, fact.report_id, fact.form, fact.value
    from facts($metric, $year - 1, $year) fact
    where fact.left_out is null and fact.scope = cast($report_scope as report_scope)
),
final as (
    select
        grouped.code as agency, grouped.short_name as agency_name, now.report_id, now.value, before.value as value_before,
        now.value - before.value as change, coalesce(now.form <> before.form, false) as is_other_form,
        coalesce(grouped.region_code in (select region_code from changed_regions($year)), false) as is_other_region
    from fact now
    join fact before using (agency_id)
    join grouped using (agency_id)
    where now.year = $year and before.year = $year - 1 and now.value <> before.value
)
select * from final
order by abs(change) desc, agency
limit $limit;
