-- R17: counts of suspect reports below the sum of those inside. Of several sums that are greater, the greatest.
insert into breach
with inside as (
    select pair.report_id, pair.scope, cell.metric_id, sum(exact(cell.whole, cell.millionths)) as total
    from suspect
    join rule_inside pair using (report_id, scope)
    join effective_cell cell on cell.report_id = pair.inside_id
    join dim_metric metric on metric.metric_id = cell.metric_id and metric.is_count
    where cell.state = 'number'
    group by pair.report_id, pair.scope, cell.metric_id
)
select inside.report_id, 'R17', metric.metric, max(inside.total), any_value(exact(wide.whole, wide.millionths))
from inside
join effective_cell wide on wide.report_id = inside.report_id and wide.metric_id = inside.metric_id
join dim_metric metric on metric.metric_id = inside.metric_id
where wide.state = 'number' and exact(wide.whole, wide.millionths) < inside.total
group by inside.report_id, metric.metric;
