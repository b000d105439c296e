-- Where a value was printed, and in which document.
select
    report.report_id, report.year, report.scope, report.version, report.published, report.agency_printed,
    agency.name as agency_name, agency.code as agency,
    metric.metric, metric.label_zh, metric.unit as metric_unit,
    observation.state, observation.value, observation.has_unit,
    cell.form_table, cell.grid, cell.row_number, cell.column_number, cell.line, cell.page, cell.text, cell.unit,
    cell.row_label, cell.column_label, cell.is_ocr,
    document.file, document.sha256, document.source, document.note
from observation
join report using (report_id)
join mart_agency agency using (agency_id)
join dim_metric metric using (metric_id)
join source_cell cell on cell.report_id = observation.report_id and cell.metric_id = observation.metric_id
join document on document.sha256 = report.document_sha256
where observation.report_id = $report_id and metric.metric = $metric
    and list_has_any(agency.lineage, $scope);
