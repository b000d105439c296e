-- Of a group, by year: who reported and who was expected to. A report of any scope counts as having reported.
select year, reported, expected, missing
from coverage($scope, $region, $level, $sector, $first_year, $last_year, $report_scope)
order by year;
