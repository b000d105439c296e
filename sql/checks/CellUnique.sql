-- A report has a metric at most once, and the labels of every cell are known.
with failing as (
    select report_id, metric_id, 'twice' as why from cell group by report_id, metric_id having count(*) > 1
    union all
    select report_id, metric_id, 'no label' from cell
    where row_label not in (select label_id from label) or column_label not in (select label_id from label)
)
select
    (select count(*) from cell) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
