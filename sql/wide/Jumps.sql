-- R10: pairs of rule_pair with a count that seems to have changed more than tenfold, then those counts that did.
create or replace temp table suspect as
select pair.report_id, pair.before_id
from rule_pair pair
join rule_wide now on now.report_id = pair.report_id
join rule_wide before on before.report_id = pair.before_id
where {broken};

insert into breach
with now as (
    select suspect.before_id, cell.report_id, cell.metric_id, exact(cell.whole, cell.millionths) as value
    from suspect
    join effective_cell cell using (report_id)
    where cell.state = 'number' and cell.metric_id in ({counts})
),
before as (
    select cell.report_id, cell.metric_id, exact(cell.whole, cell.millionths) as value
    from effective_cell cell
    where cell.state = 'number' and cell.report_id in (select before_id from suspect)
)
select now.report_id, 'R10', metric.metric, before.value, now.value
from now
join before on before.report_id = now.before_id and before.metric_id = now.metric_id
join dim_metric metric on metric.metric_id = now.metric_id
where greatest(now.value, before.value) >= 30 and greatest(now.value, before.value) > 10 * greatest(least(now.value, before.value), 1);
