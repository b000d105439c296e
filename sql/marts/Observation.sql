-- The values of the touched agencies, sorted for charts: metric, year, agency.
delete from observation where agency_id in (select agency_id from mart_touched);

insert into observation
select * from fresh_value
order by metric_id, year, agency_id, scope;
