-- How many reports' rows in the marts are out of date.
select count(*) from mart_pending;
