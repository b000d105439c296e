-- The sorted copy has every cell of every current report that is not pending, once, with the same value, and nothing else.
with expected as (
    select report_id, metric_id, state, whole, millionths
    from effective_cell
    where report_id in (select report_id from report where is_current and agency_id not in (
        select agency_id from report where report_id in (select report_id from mart_pending)))
),
present as (
    select report_id, metric_id, state, whole, millionths
    from observation
    join dim_metric using (metric_id)
    where not is_derived and agency_id not in (select agency_id from report where report_id in (select report_id from mart_pending))
),
failing as (
    select *, 'missing or other' as why from (from expected except all from present)
    union all
    select *, 'surplus' from (from present except all from expected)
)
select
    (select count(*) from expected) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
