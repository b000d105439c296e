-- Agencies that are late with a report year, due on 31 January of the next year, of governments on 31 March: expected by the
-- roster and without a report today, or with one that was published after that day.
select
    code as agency, short_name as agency_name, region_path, is_government, due_on, published, reports = 0 as is_missing,
    cast(coalesce(published, $today) - due_on as integer) as days_late, count(*) over () as total
from report_states($scope, $within, $level, $sector, $year, $year, $today)
where due_on < $today and (is_late or (reports = 0 and is_expected))
order by is_missing desc, days_late desc, place, code
limit $limit offset $offset;
