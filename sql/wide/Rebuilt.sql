-- Wide rows of the reports in wide_stale from their cells, corrections applied.
delete from rule_wide where report_id in (select report_id from wide_stale);

insert into rule_wide
with numbered as (
    select wide_stale.report_id, cast(unnest(range(1, {count} + 1)) as smallint) as metric_id
    from wide_stale
),
dense as (
    select
        numbered.report_id,
        list(
            cast(case cell.state when 'number' then 1 when 'blank' then 2 when 'unread' then 3 else 0 end
                + case when cell.has_unit or cell.report_id is null then 0 else 4 end as utinyint)
            order by metric_id) as marks,
        list(exact(cell.whole, cell.millionths) order by metric_id) as by_number
    from numbered
    left join (
        select * from effective_cell where report_id in (select report_id from wide_stale)
    ) cell using (report_id, metric_id)
    group by numbered.report_id
)
select
    cells.report_id, report.agency_id, report.year, cast(report.scope as report_scope),
    cast(report.form_2 as smallint), cast(report.form_3 as smallint), cast(report.form_4 as smallint), cells.marks, {items}
from dense cells
join report using (report_id);
