-- Every printed value of one agency.
select cell.metric_id, report.year, cell.whole, cell.millionths
from report
join cell using (report_id)
where report.agency_id = 321 and report.is_current
order by cell.metric_id, report.year;
