-- Which of some agencies are of a group.
select code as agency, short_name as agency_name, region_path
from members($scope, $within, $level, $sector)
where list_contains($agencies, code)
order by place, code;
