-- The wide table holds exact numbers, says of each cell what it is, and has current reports only: it is made anew from the cells
-- when the file is opened, as after new definitions, and published.
delete from seed_state;

insert into mart_pending select min(report_id) from report having count(*) > 0;

-- What values add to the sums of their provinces, of any table or view with the columns of observation. Counted by reason first:
-- a country's values are many and their reasons few.
drop view region_value;

drop macro table region_values;

create macro region_sums(source) as table
with told as (
    select
        agency.province as region_code, value.year, value.scope, value.metric_id, value.whole, value.millionths, metric.kind,
        why_left_out(value.state, value.is_disputed, value.has_unit, value.denominator, metric.min_denominator) as left_out
    from query_table(source) value
    join mart_agency agency using (agency_id)
    join dim_metric metric using (metric_id)
),
counted as (
    select
        region_code, year, scope, metric_id, left_out, count(*) as n,
        sum(case when left_out is null and kind <> 'rate' then whole else 0 end) as whole,
        sum(case when left_out is null and kind <> 'rate' then millionths else 0 end) as millionths
    from told
    group by all
)
select
    region_code, year, scope, metric_id,
    coalesce(sum(n) filter (where left_out is null), 0) as counted, sum(whole) as whole, sum(millionths) as millionths,
    coalesce(sum(n) filter (where left_out = 'disputed'), 0) as disputed,
    coalesce(sum(n) filter (where left_out = 'no_unit'), 0) as no_unit,
    coalesce(sum(n) filter (where left_out = 'small'), 0) as small,
    coalesce(sum(n) filter (where left_out not in ('disputed', 'no_unit', 'small')), 0) as no_number
from counted
group by region_code, year, scope, metric_id;

-- Agencies in a region, of a level of region and of a sector; '' is any. within: the first and the last place of the region, as
-- scope has them: where a region lies is looked up once, and not in every question.
create or replace macro members(scope, within, of_level, of_sector) as table
select *
from visible(scope)
where place between within[1] and within[2] and (of_level = '' or region_level = of_level) and (of_sector = '' or sector = of_sector);

-- Corrections that counted when the marts were made: to find out which do is long, and most questions ask.
create table mart_correction (
    report_id integer not null,
    metric_id smallint not null,
    state value_state not null,
    value decimal(18, 6)
);

-- Printed values of one agency's current reports over years, from their tables: an agency's values are scattered over all of
-- observation. The tables are chosen before they are taken apart.
create or replace macro own_values(of_agency, from_year, to_year) as table
with own as (
    select
        report_id, year, scope,
        cast(form_2 as smallint) as form_2, cast(form_3 as smallint) as form_3, cast(form_4 as smallint) as form_4
    from report
    where agency_id = of_agency and year between from_year and to_year and is_current
),
chosen as (
    select own.*, printed_table.layout_id, printed_table.mark, printed_table.whole, printed_table.millionths
    from printed_table
    join own using (report_id)
),
listed as (
    select
        chosen.report_id, year, scope, form_of(layout.form_table, form_2, form_3, form_4) as form,
        unnest(layout.metric_id) as metric_id, unnest(mark) as mark, unnest(whole) as whole, unnest(millionths) as millionths
    from chosen
    join layout using (layout_id)
),
disputed as (
    select distinct named.report_id, metric.metric_id
    from (
        select report_id, unnest(metrics) as metric
        from finding
        where severity = 'error' and state = 'open' and report_id in (select report_id from own)
    ) named
    join dim_metric metric on metric.metric = named.metric
)
select
    listed.metric_id, listed.year, listed.scope, listed.report_id, listed.form,
    coalesce(correction.state, state_of(listed.mark)) as state,
    case when correction.report_id is not null then whole_of(correction.value) when listed.mark & 3 = 1 then listed.whole end as whole,
    case
        when correction.report_id is not null then millionths_of(correction.value)
        when listed.mark & 3 = 1 then coalesce(listed.millionths, 0)
    end as millionths,
    disputed.report_id is not null as is_disputed, listed.mark & 4 = 0 or correction.report_id is not null as has_unit,
    correction.report_id is not null as is_corrected
from listed
left join mart_correction correction on correction.report_id = listed.report_id and correction.metric_id = listed.metric_id
left join disputed on disputed.report_id = listed.report_id and disputed.metric_id = listed.metric_id;
