-- Every report's wide row and every agency's marts are to be made anew.
create or replace temp table wide_stale as select report_id from report where is_current;

delete from mart_pending;

insert into mart_pending select report_id from report;
