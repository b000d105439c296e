-- The values of the touched agencies' current reports, sorted for charts: metric, year, agency.
delete from observation where agency_id in (select agency_id from mart_touched);

insert into observation
with disputed as (
    select report_id, unnest(disputed) as metric_id from mart_doubt
),
fresh as (
    select
        report_id, year, agency_id, scope,
        cast(form_2 as smallint) as form_2, cast(form_3 as smallint) as form_3, cast(form_4 as smallint) as form_4
    from report
    join mart_fresh using (report_id)
),
printed as (
    select
        cell.metric_id, fresh.year, fresh.agency_id, fresh.scope, cell.report_id,
        case cell.form_table when 2 then form_2 when 3 then form_3 else form_4 end as form,
        cell.state, cell.whole, cell.millionths, null as denominator,
        disputed.report_id is not null as is_disputed, cell.has_unit, cell.is_corrected
    from effective_cell cell
    join fresh using (report_id)
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
