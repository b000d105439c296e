-- What a note to one agency tells: open errors and warnings of its current report of a year, with the cells as printed.
with own as (
    select report.report_id, report.year, report.scope, agency.code, agency.name
    from report
    join visible($scope) agency using (agency_id)
    where report.is_current and agency.code = $agency and report.year = $year
),
named as (
    select finding.*, unnest(case when len(metrics) = 0 then [null] else metrics end) as metric
    from finding
    join own using (report_id)
    where finding.state = 'open' and finding.severity in ('error', 'warning')
)
select
    own.code as agency, own.name as agency_name, own.year, own.scope as report_scope, own.report_id, named.rule, named.severity, named.message, named.expected,
    named.printed, metric.metric, metric.label_zh, cell.form_table, cell.row_label, cell.column_label, cell.text
from named
join own using (report_id)
left join dim_metric metric on metric.metric = named.metric
left join printed_cell cell on cell.report_id = own.report_id and cell.metric_id = metric.metric_id
order by own.scope, case named.severity when 'error' then 1 else 2 end, named.rule, named.message, metric.position;
