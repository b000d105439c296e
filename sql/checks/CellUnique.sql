-- A report has a metric at most once; the layout of every table is known, has as many cells as the table, and its labels are known.
with shape as (
    select
        printed_table.report_id, layout.layout_id, len(layout.metric_id) as cells, len(printed_table.mark) as marks,
        len(printed_table.whole) as wholes, len(printed_table.millionths) as millionths
    from printed_table
    left join layout using (layout_id)
),
named as (
    select layout_id, unnest(row_label) as label_id from layout
    union all
    select layout_id, unnest(column_label) from layout
    union all
    select layout_id, unnest(list_filter(unit, one -> one <> 0)) from layout
),
failing as (
    select report_id, metric_id, 'twice' as why from cell group by report_id, metric_id having count(*) > 1
    union all
    select report_id, null, 'no layout' from shape where layout_id is null
    union all
    select report_id, null, 'not of its layout' from shape
    where cells <> marks or cells <> wholes or millionths not in (0, cells)
    union all
    select printed_table.report_id, null, 'no label'
    from printed_table
    where layout_id in (select layout_id from named where label_id not in (select label_id from label))
)
select
    (select count(*) from cell) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
