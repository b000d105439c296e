-- Wide rows of the touched agencies, their values, and what these add to the sums of provinces so far.
create or replace temp table mart_wide as
select * from rule_wide where agency_id in (select agency_id from mart_touched);

create or replace temp view mart_value_of_touched as
select * from observation where agency_id in (select agency_id from mart_touched);

create or replace temp table mart_leaving as
select region_code, year, scope, metric_id, -columns(* exclude (region_code, year, scope, metric_id))
from region_sums('mart_value_of_touched');
