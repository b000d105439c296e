-- A report has a metric at most once, and every value has its source cell.
with failing as (
    select report_id, metric_id, 'twice' as why from observation group by report_id, metric_id having count(*) > 1
    union all
    select report_id, metric_id, 'no source' from observation anti join source_cell using (report_id, metric_id)
    union all
    select report_id, metric_id, 'no value' from source_cell anti join observation using (report_id, metric_id)
)
select
    (select count(*) from observation) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
