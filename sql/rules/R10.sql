-- R10: counts of suspect pairs that did change more than tenfold; a zero counts as 1, and the larger is 30 at least.
insert into breach
with now as materialized (
    select suspect.report_id, suspect.before_id, metric.metric_id, metric.metric, cell.value
    from suspect
    join suspect_cell cell using (report_id)
    join dim_metric metric using (metric_id)
    where suspect.kind = 'jump' and cell.mark = 1 and metric.is_count
)
select now.report_id, 'R10', now.metric, before.value, now.value
from now
join suspect_cell before on before.report_id = now.before_id and before.metric_id = now.metric_id
where before.mark = 1
    and greatest(now.value, before.value) >= 30
    and greatest(now.value, before.value) > 10 * cast(greatest(least(now.value, before.value), 1) as decimal(20, 6));
