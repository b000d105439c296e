-- The parts of a region by one metric of one year, in reports of one scope: sum and median of the agencies in each, and what
-- was left out. What lies in the region itself and in none of its parts comes under its own code. Rates are not added.
with grouped as (
    select agency_id, short_name, part
    from members($scope, $within, $level, $sector)
    join parts($region) using (place)
),
spread as (
    select
        grouped.part as code, count(*) filter (where left_out is null) as counted, sum(value) filter (where left_out is null) as total,
        median(value) filter (where left_out is null) as median,
        count(*) filter (where left_out = 'disputed') as disputed, count(*) filter (where left_out = 'no_unit') as no_unit,
        count(*) filter (where left_out = 'small') as small,
        count(*) filter (where left_out not in ('disputed', 'no_unit', 'small')) as no_number,
        any_value(short_name) filter (where left_out is null) as some_agency
    from facts($metric, $year, $year) fact
    join grouped using (agency_id)
    where fact.scope = cast($report_scope as report_scope)
    group by grouped.part
)
select
    code, counted, case when (select kind from dim_metric where metric = $metric) <> 'rate' then total end as total,
    cast(median as decimal(18, 6)) as median, disputed, no_unit, small, no_number,
    -- One agency's figure is that agency's, not its region's.
    case when counted = 1 then some_agency end as only_agency
from spread
order by code;
