-- All agencies, for rules that are to look at everything.
create or replace temp table mart_touched as
select distinct agency_id from report where is_current;
