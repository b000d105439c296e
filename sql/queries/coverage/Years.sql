-- Of a group, by year: agencies with a report of one scope, agencies expected by the roster, and those of them without any
-- report. Of no metric, so that one answer serves all charts of a group.
select year, reported, expected, missing
from coverage($scope, $within, $level, $sector, $first_year, $last_year, $report_scope)
order by year;
