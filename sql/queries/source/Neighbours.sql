-- The cells printed around one: its own row, and the lines just above and below it in the same statutory table.
with target as (
    select cell.*, metric.position
    from printed_cell cell
    join dim_metric metric using (metric_id)
    where cell.report_id = $report_id and metric.metric = $metric
),
lines as (
    select
        metric.metric, metric.position, cell.row_label, cell.column_label, cell.text, cell.state,
        regexp_replace(metric.metric, '\.[^.]*$', '') as line, cell.form_table
    from printed_cell cell
    join dim_metric metric using (metric_id)
    join target on target.report_id = cell.report_id and target.form_table = cell.form_table
    join report on report.report_id = cell.report_id
    join visible($scope) agency using (agency_id)
    where cell.report_id = $report_id
),
ordered as (
    select *, dense_rank() over (order by first_position) as line_number
    from (select *, min(position) over (partition by line) as first_position from lines)
),
final as (
    select metric, line, row_label, column_label, text, state, line_number
    from ordered
    where line_number between
        (select min(line_number) from ordered where metric = $metric) - 2
        and (select min(line_number) from ordered where metric = $metric) + 2
    order by position
)
select * from final;
