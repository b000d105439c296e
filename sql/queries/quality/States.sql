-- Of a group by year, how many reports are in which state, and how many of them came late.
select year, state, count(*) as agencies, count(*) filter (where is_late) as late
from report_states($scope, $within, $level, $sector, $first_year, $last_year, $today)
group by year, state
order by year, state;
