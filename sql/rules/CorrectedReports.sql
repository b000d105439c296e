-- Reports whose corrections came or went: their own sums are looked at again.
create or replace temp table rule_report as
select report_id from wide_stale where report_id in (select report_id from report where is_current);

delete from suspect;

delete from breach;

-- The rules that are sums of one report.
create or replace temp table own_sum as
select rule from rule_term group by rule having bool_and(year_offset = 0);
