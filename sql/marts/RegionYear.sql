-- The sums of the touched agencies' provinces: what they were, without what those agencies added before, with what they add now.
create or replace temp table mart_group as
select distinct agency.province as region_code, report.year, cast(report.scope as report_scope) as scope
from report
join mart_agency agency using (agency_id)
where report.agency_id in (select agency_id from mart_touched);

create or replace temp table mart_summed as
with part as (
    select * from mart_region_year where (region_code, year, scope) in (select (region_code, year, scope) from mart_group)
    union all
    select * from mart_leaving
    union all
    select * from region_sums('mart_value_of_touched')
)
select region_code, year, scope, metric_id, sum(columns(* exclude (region_code, year, scope, metric_id)))
from part
group by region_code, year, scope, metric_id;

delete from mart_region_year where (region_code, year, scope) in (select (region_code, year, scope) from mart_group);

insert into mart_region_year
select * from mart_summed
where counted + disputed + no_unit + small + no_number > 0
order by scope, metric_id, year, region_code;
