-- All agencies are looked at: there are no sums of provinces from before. One thread reads what a transaction wrote itself; as two
-- halves there are two.
create or replace temp view mart_value_of_touched as
select * from observation where metric_id % 2 = 0
union all
select * from observation where metric_id % 2 = 1;

delete from mart_region_year;

create or replace temp table mart_leaving as
select * from mart_region_year;
