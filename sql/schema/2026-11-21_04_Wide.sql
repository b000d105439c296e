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
