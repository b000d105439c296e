-- The values of the touched agencies' current reports as charts read them.
create or replace temp view fresh_value as
with disputed as (
    select report_id, unnest(disputed) as metric_id from mart_doubt
),
fresh as (
    select
        report_id, year, agency_id, cast(scope as report_scope) as scope,
        cast(form_2 as smallint) as form_2, cast(form_3 as smallint) as form_3, cast(form_4 as smallint) as form_4
    from report
    join mart_fresh using (report_id)
),
listed as (
    select
        chosen.* exclude (layout_id, mark, whole, millionths, form_2, form_3, form_4),
        form_of(layout.form_table, form_2, form_3, form_4) as form,
        unnest(layout.metric_id) as metric_id, unnest(chosen.mark) as mark, unnest(chosen.whole) as whole, unnest(chosen.millionths) as millionths
    from (select fresh.*, layout_id, mark, whole, millionths from printed_table join fresh using (report_id)) chosen
    join layout using (layout_id)
),
printed as (
    select
        listed.metric_id, listed.year, listed.agency_id, listed.scope, listed.report_id, listed.form,
        coalesce(correction.state, state_of(listed.mark)) as state,
        case when correction.report_id is not null then whole_of(correction.value) when listed.mark & 3 = 1 then listed.whole end as whole,
        case
            when correction.report_id is not null then millionths_of(correction.value)
            when listed.mark & 3 = 1 then coalesce(listed.millionths, 0)
        end as millionths,
        null as denominator, disputed.report_id is not null as is_disputed,
        listed.mark & 4 = 0 or correction.report_id is not null as has_unit, correction.report_id is not null as is_corrected
    from listed
    left join active_correction correction on correction.report_id = listed.report_id and correction.metric_id = listed.metric_id
    left join disputed on disputed.report_id = listed.report_id and disputed.metric_id = listed.metric_id
),
derived as (
    select
        metric_id, year, agency_id, cast(scope as report_scope) as scope, report_id, form, state,
        whole_of(value) as whole, millionths_of(value) as millionths, denominator,
        is_disputed, has_unit, false as is_corrected
    from mart_derived
)
select * from printed
union all
select * from derived;
