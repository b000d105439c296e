-- Cells and findings of the reports that came new with this batch, or are shown from a document of it now. The document of
-- a report is the one its facts were taken from; a copy's own cells are not kept.
insert into label select label_id, text from staging.main.label;

create or replace temp table arrived_layout as
select
    layout_no,
    layout_fingerprint(cast(form_table as tinyint), metric_id, grid, row_number, column_number, line, page, row_label, column_label, unit) as fingerprint
from staging.main.layout;

insert into layout
select
    (select coalesce(max(layout_id), 0) from layout) + row_number() over (order by layout_no), fingerprint, form_table, metric_id, grid,
    row_number, column_number, line, page, row_label, column_label, unit
from staging.main.layout
join arrived_layout using (layout_no)
where fingerprint not in (select fingerprint from layout);

insert into printed_table
select arrived.report_id, layout.layout_id, staged.mark, staged.whole, staged.millionths
from staging.main.printed_table staged
join arrived using (document_no)
join arrived_layout using (layout_no)
join layout using (fingerprint);

insert into cell_text
select arrived.report_id, staged.metric_id, staged.text
from staging.main.cell_text staged
join arrived using (document_no);

insert into finding
select
    arrived.report_id, staged.rule, staged.severity,
    case when staged.metrics = '' then [] else string_split(staged.metrics, ',') end, staged.expected, staged.printed, staged.message, 'open',
    false
from staging.main.finding staged
join arrived using (document_no);

insert into mart_pending select report_id from arrived;
