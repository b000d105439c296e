-- A value and the cell it was printed in.
select
    metric.metric, metric.label_zh, metric.unit as metric_unit,
    cell.state, cell.value, cell.has_unit,
    cell.form_table, cell.grid, cell.row_number, cell.column_number, cell.line, cell.page, cell.text, cell.unit,
    cell.row_label, cell.column_label, cell.is_ocr
from printed_cell cell
join report using (report_id)
join visible($scope) agency using (agency_id)
join dim_metric metric using (metric_id)
where cell.report_id = $report_id and metric.metric = $metric;
