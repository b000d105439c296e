-- Sums over whole provinces, so that the country is asked without its agencies; why a value does not count, said once.

-- Why a value is neither summed nor ranked; null: it counts. disputed, no_unit, small (a rate below its least denominator),
-- blank, unread, incomplete, undefined.
create macro why_left_out(state, is_disputed, has_unit, denominator, min_denominator) as case
    when is_disputed then 'disputed'
    when state <> 'number' then cast(state as varchar)
    when not has_unit then 'no_unit'
    when denominator < min_denominator then 'small'
end;

-- Values of one metric over years, each with the reason why it is neither summed nor ranked.
create or replace macro facts(of_metric, from_year, to_year) as table
select
    year, agency_id, scope, report_id, form, state, exact(whole, millionths) as value, denominator, is_disputed, has_unit, is_corrected,
    why_left_out(state, is_disputed, has_unit, denominator, min_denominator) as left_out
from observation
join (select metric_id, min_denominator from dim_metric where metric = of_metric) using (metric_id)
where year between from_year and to_year;

alter table mart_agency add column province varchar default 'CN';

-- One row per province, year, scope of report and metric: how many values count, what they come to, and what was left out.
-- Under CN comes what lies in no province; the country is the sum of all. Scopes are never added up.
create table mart_region_year (
    region_code varchar not null,
    year smallint not null,
    scope report_scope not null,
    metric_id smallint not null,
    counted integer not null,
    whole bigint not null,       -- sum of the values that count, in whole ones and millionths; 0 of rates, which are not added
    millionths bigint not null,
    disputed integer not null,
    no_unit integer not null,
    small integer not null,
    no_number integer not null
);

-- What each value adds to it.
create view region_value as
with told as (
    select
        agency.province as region_code, value.year, value.scope, value.metric_id, value.agency_id, value.whole, value.millionths, metric.kind,
        why_left_out(value.state, value.is_disputed, value.has_unit, value.denominator, metric.min_denominator) as left_out
    from observation value
    join mart_agency agency using (agency_id)
    join dim_metric metric using (metric_id)
)
select
    region_code, year, scope, metric_id, agency_id, cast(left_out is null as integer) as counted,
    case when left_out is null and kind <> 'rate' then whole else 0 end as whole,
    case when left_out is null and kind <> 'rate' then millionths else 0 end as millionths,
    cast(coalesce(left_out = 'disputed', false) as integer) as disputed, cast(coalesce(left_out = 'no_unit', false) as integer) as no_unit,
    cast(coalesce(left_out = 'small', false) as integer) as small,
    cast(coalesce(left_out not in ('disputed', 'no_unit', 'small'), false) as integer) as no_number
from told;

-- The same for people. reports: how many current reports there are of the region, year and scope, whatever they print; total:
-- null where nothing counts, and of rates.
create view region_year as
with coverage as (
    select agency.province as region_code, report.year, report.scope, count(*) as reports
    from report
    join mart_agency agency using (agency_id)
    where report.is_current
    group by all
)
select
    sums.region_code, sums.year, cast(sums.scope as varchar) as scope, metric.metric, coverage.reports, sums.counted,
    case when sums.counted > 0 and metric.kind <> 'rate'
        then cast(sums.whole as decimal(38, 6)) + cast(cast(sums.millionths as decimal(20, 0)) * 0.000001 as decimal(38, 6)) end as total,
    sums.disputed, sums.no_unit, sums.small, sums.no_number
from mart_region_year sums
join dim_metric metric using (metric_id)
left join coverage
    on coverage.region_code = sums.region_code and coverage.year = sums.year and coverage.scope = cast(sums.scope as varchar);

-- All of it is filled at the next publication.
insert into mart_pending select report_id from report;
