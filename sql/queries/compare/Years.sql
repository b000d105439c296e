-- First and last report year within the scope; null where there is no report.
select min(year) as first_year, max(year) as last_year, count(distinct report.report_id) as reports, count(distinct report.agency_id) as agencies
from report
join visible($scope) agency using (agency_id)
where report.is_current;
