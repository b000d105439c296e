-- What documents are loaded as: every cell of their reports, or that they are quarantined.
select
    document.sha256, agency.code as agency, report.year, cast(report.scope as varchar) as report_scope, document.reason, metric.metric,
    cast(cell.state as varchar) as state, exact(cell.whole, cell.millionths) as value
from document
left join report using (report_id)
left join dim_agency agency using (agency_id)
left join cell on cell.report_id = report.report_id
left join dim_metric metric using (metric_id)
where list_contains($hashes, document.sha256);
