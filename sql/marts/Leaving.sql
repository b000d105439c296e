-- What the touched agencies added to the sums of provinces so far, to be taken off them. Where all are touched the sums begin
-- anew.
delete from mart_region_year where (select is_all from mart_work);

create or replace temp table mart_leaving as
select region_code, year, scope, metric_id, -sum(columns(* exclude (region_code, year, scope, metric_id, agency_id)))
from region_value
where agency_id in (select agency_id from mart_touched, mart_work where not is_all)
group by region_code, year, scope, metric_id;
