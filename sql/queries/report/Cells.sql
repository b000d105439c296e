-- The statutory tables of one report as printed, in the order of the form: every cell with its doubts and the correction
-- that stands in its place.
with own as (
    select report.report_id
    from report
    join visible($scope) using (agency_id)
    where report.report_id = $report_id
),
disputed as (
    select metric_id from disputed_cell where report_id = $report_id
)
select
    metric.metric, metric.label_zh, metric.unit as metric_unit, cell.form_table, cell.state, cell.value, cell.has_unit, cell.is_ocr,
    cell.row_label, cell.column_label, cell.text, cell.unit, cell.grid, cell.row_number, cell.column_number, cell.line, cell.page,
    disputed.metric_id is not null as is_disputed, cast(correction.state as varchar) as corrected_state, correction.value as corrected_value
from printed_cell cell
join own using (report_id)
join dim_metric metric using (metric_id)
left join disputed using (metric_id)
left join mart_correction correction on correction.report_id = cell.report_id and correction.metric_id = cell.metric_id
where cell.report_id = $report_id
order by cell.form_table, metric.position;
