-- The wide table has every number of every current report that is not pending, says of every other cell what it is, has nothing
-- else, and whose report it is.
with settled as (
    select report_id
    from report
    where is_current and agency_id not in (select agency_id from report where report_id in (select report_id from mart_pending))
),
wide as (
    select * from report_wide where report_id in (select report_id from settled)
),
numbers as (
    unpivot wide on columns(* exclude (report_id, agency_id, year, scope, marks)) into name metric value number
),
marked as (
    select report_id, unnest(range(1, len(marks) + 1)) as metric_id, unnest(marks) as mark
    from wide
),
present as (
    select marked.report_id, marked.metric_id, state_of(marked.mark) as state, numbers.number
    from marked
    join dim_metric metric using (metric_id)
    left join numbers on numbers.report_id = marked.report_id and numbers.metric = metric.metric
    where marked.mark > 0 or numbers.number is not null
),
expected as (
    select report_id, metric_id, state, exact(whole, millionths) as number
    from effective_cell
    where report_id in (select report_id from settled)
),
headed as (
    select wide.report_id, null as metric_id, null as state, null as number
    from rule_wide wide
    join report using (report_id)
    where wide.agency_id <> report.agency_id or wide.year <> report.year or cast(wide.scope as varchar) <> report.scope
        or wide.form_2 is distinct from cast(report.form_2 as smallint) or wide.form_3 is distinct from cast(report.form_3 as smallint)
        or wide.form_4 is distinct from cast(report.form_4 as smallint)
),
failing as (
    select *, 'missing or other' as why from (from expected except all from present)
    union all
    select *, 'surplus' from (from present except all from expected)
    union all
    select *, 'other report' from headed
)
select
    (select count(*) from expected) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
