-- The values of the touched agencies make room for those of now.
delete from observation where agency_id in (select agency_id from mart_touched);
