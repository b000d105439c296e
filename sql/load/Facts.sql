-- Cells and findings of the reports that came new with this batch, or are shown from a document of it now. The document of
-- a report is the one its facts were taken from; a copy's own cells are not kept.
insert into label select label_id, text from staging.main.label;

insert into cell
with listed as (
    select
        arrived.report_id, arrived.document_no,
        unnest(cells.metric_id) as metric_id, unnest(cells.mark) as mark, unnest(cells.whole) as whole, unnest(cells.millionths) as millionths,
        unnest(cells.grid) as grid, unnest(cells.row_number) as row_number, unnest(cells.column_number) as column_number,
        unnest(cells.line) as line, unnest(cells.page) as page, unnest(cells.row_label) as row_label, unnest(cells.column_label) as column_label
    from staging.main.cells cells
    join arrived using (document_no)
)
select
    listed.report_id, listed.metric_id,
    case listed.mark & 3
        when 1 then cast('number' as value_state) when 2 then cast('blank' as value_state) else cast('unread' as value_state)
    end,
    case when listed.mark & 3 = 1 then listed.whole end,
    case when listed.mark & 3 = 1 then coalesce(listed.millionths, 0) end,
    listed.mark & 4 = 0, listed.mark & 8 <> 0, metric.table_number,
    nullif(listed.grid, 0), nullif(listed.row_number, 0), nullif(listed.column_number, 0), nullif(listed.line, 0), nullif(listed.page, 0),
    listed.row_label, listed.column_label, printed.text, printed.unit
from listed
join (
    select metric_id, case form_table when '二' then 2 when '三' then 3 else 4 end as table_number from dim_metric
) metric using (metric_id)
left join staging.main.cell_text printed on printed.document_no = listed.document_no and printed.metric_id = listed.metric_id;

insert into finding
select
    arrived.report_id, staged.rule, staged.severity,
    case when staged.metrics = '' then [] else string_split(staged.metrics, ',') end, staged.expected, staged.printed, staged.message, 'open'
from staging.main.finding staged
join arrived using (document_no);

insert into mart_pending select report_id from arrived;
