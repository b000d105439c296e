-- Agencies and years, each with what became of its report; agencies that have something of a kind ('' is any), a number at a time.
with told as materialized (
    select * from report_states($scope, $within, $level, $sector, $first_year, $last_year, $today)
),
page as (
    select agency_id, count(*) over () as total
    from told
    group by agency_id, place, code
    having $show = '' or bool_or(state = $show) or ($show = 'late' and bool_or(is_late))
    order by place, code
    limit $limit offset $offset
)
select
    told.code as agency, told.short_name as agency_name, told.region_path, told.year, told.state, told.report_id, told.reports, told.errors, told.warnings,
    told.quarantined, told.due_on, told.published, told.is_late, page.total
from told
join page using (agency_id)
order by told.place, told.code, told.year;
