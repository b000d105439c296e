with inside as materialized (
    select wider.report_id, inside.scope, inside.report_id as inside_id
    from report wider
    join agency around on around.agency_id = wider.agency_id
    join region_line line on line.above = around.region_code
    join agency within on within.region_code = line.code and within.agency_id <> wider.agency_id
    join report inside on inside.agency_id = within.agency_id and inside.year = wider.year
    where (wider.scope = 1 and inside.scope = 0 and line.code = around.region_code)
        or (wider.scope = 2 and inside.scope in (0, 1))
        or (wider.scope = 2 and inside.scope = 2 and line.parent = around.region_code)
),
total as (
    select inside.report_id, inside.scope, {sums}
    from inside
    join wide part on part.report_id = inside.inside_id
    group by inside.report_id, inside.scope
)
select total.report_id, 'R17' as rule, found.metric, max(found.total) as expected, max(found.printed) as printed
from total
join wide on wide.report_id = total.report_id
cross join lateral (values {values}) found (metric, total, printed)
where found.total > found.printed
group by total.report_id, found.metric
