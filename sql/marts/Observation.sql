-- The values of the touched agencies' current reports, sorted for charts: metric, year, agency.
delete from observation where agency_id in (select agency_id from mart_touched);

insert into observation
with disputed as (
    select report_id, unnest(disputed) as metric_id from mart_doubt
),
printed as (
    select
        cell.metric_id, report.year, report.agency_id, report.scope, cell.report_id,
        case metric.form_table when '二' then form_2 when '三' then form_3 else form_4 end as form,
        cell.state, cell.whole, cell.millionths, null as denominator,
        disputed.report_id is not null as is_disputed, cell.has_unit, cell.is_corrected
    from effective_cell cell
    join mart_fresh using (report_id)
    join report using (report_id)
    join (select metric_id, form_table from dim_metric) metric using (metric_id)
    left join disputed on disputed.report_id = cell.report_id and disputed.metric_id = cell.metric_id
),
derived as (
    select
        metric_id, year, agency_id, scope, report_id, form, state,
        cast(trunc(value) as bigint) as whole, cast((value - trunc(value)) * 1000000 as integer) as millionths, denominator,
        is_disputed, has_unit, false as is_corrected
    from mart_derived
)
select * from printed
union all
select * from derived
order by metric_id, year, agency_id, scope;
