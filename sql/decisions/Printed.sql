-- What the current report of an agency, year and scope prints in one cell; no row: no such report, no state: no such cell.
select report.report_id, cast(cell.state as varchar) as state, exact(cell.whole, cell.millionths) as value
from report
join dim_agency agency using (agency_id)
left join cell
    on cell.report_id = report.report_id and cell.metric_id = (select metric_id from dim_metric where metric = $metric)
where agency.code = $agency and report.year = $year and report.scope = $report_scope and report.is_current;
