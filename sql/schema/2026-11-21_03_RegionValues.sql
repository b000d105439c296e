-- What each value adds to the sums of its province, of any table or view with the columns of observation: while the marts are
-- made anew, the values are not in it yet.
create macro region_values(source) as table
with told as (
    select
        agency.province as region_code, value.year, value.scope, value.metric_id, value.agency_id, value.whole, value.millionths, metric.kind,
        why_left_out(value.state, value.is_disputed, value.has_unit, value.denominator, metric.min_denominator) as left_out
    from query_table(source) value
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

create or replace view region_value as
select * from region_values('observation');
