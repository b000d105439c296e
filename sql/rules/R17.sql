-- R17: counts of suspect reports below the sum of those inside. Of several sums that are greater, the greatest; null where it is
-- longer than a number can be.
insert into breach
with inside as (
    unpivot rule_total on columns(* exclude (report_id, scope)) into name metric value total
)
select inside.report_id, 'R17', inside.metric, try_cast(max(inside.total) as decimal(18, 6)), any_value(wide.value)
from inside
join dim_metric metric using (metric)
join suspect_cell wide on wide.report_id = inside.report_id and wide.metric_id = metric.metric_id
where wide.mark = 1 and wide.value < inside.total
group by inside.report_id, inside.metric;
