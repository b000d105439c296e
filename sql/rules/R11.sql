-- R11: not the tables of the year before, cell by cell, while something happened.
insert into breach
select now.report_id, 'R11', null, null, null
from rule_pair pair
join report now on now.report_id = pair.report_id
join report before on before.report_id = pair.before_id
where now.facts_sha256 = before.facts_sha256
    and (
        select count(*)
        from cell
        join dim_metric metric using (metric_id)
        where cell.report_id = now.report_id and metric.kind = 'flow' and cell.whole > 0
    ) >= 3;
