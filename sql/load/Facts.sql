-- Facts, sources and findings of the reports that came new with this batch, or are shown from a document of it now. The
-- document of a report is the one its facts were taken from; a copy's own cells are not kept.
insert into observation
select report.report_id, metric.metric_id, staged.state, staged.value, staged.has_unit
from staging.main.fact staged
join report on report.document_sha256 = staged.sha256
join dim_metric metric on metric.metric = staged.metric
where not exists (select 1 from observation known where known.report_id = report.report_id);

insert into source_cell
select
    report.report_id, metric.metric_id, staged.form_table, staged.grid, staged.row_number, staged.column_number,
    staged.line, staged.page, staged.text, staged.unit, staged.row_label, staged.column_label, staged.is_ocr
from staging.main.fact staged
join report on report.document_sha256 = staged.sha256
join dim_metric metric on metric.metric = staged.metric
where not exists (select 1 from source_cell known where known.report_id = report.report_id);

insert into finding
select
    report.report_id, staged.rule, staged.severity,
    case when staged.metrics = '' then [] else string_split(staged.metrics, ',') end, staged.expected, staged.printed, staged.message, 'open'
from staging.main.finding staged
join report on report.document_sha256 = staged.sha256
where not exists (select 1 from finding known where known.report_id = report.report_id);
