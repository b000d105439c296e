-- Which agencies' rows in the marts are out of date: those of pending reports; all of them where that is a tenth or more,
-- so that the table is sorted anew.
create or replace temp table mart_work as
select count(distinct agency_id) filter (where report_id in (select report_id from mart_pending)) * 10 >= count(distinct agency_id) as is_all
from report;

create or replace temp table mart_touched as
select distinct agency_id
from report, mart_work
where is_all or agency_id in (select agency_id from report where report_id in (select report_id from mart_pending));

create or replace temp table mart_fresh as
select report_id
from report
where is_current and agency_id in (select agency_id from mart_touched);

-- Wide rows are those of current reports. They are made from the cells again where corrections come or go, and where a report is
-- current that was not.
delete from rule_wide where report_id in (select report_id from report where not is_current);

create or replace temp table wide_stale as
select report.report_id
from report
join correction using (agency_id, year, scope)
where report.report_id in (select report_id from mart_pending) and report.is_current
union
select report_id
from mart_fresh
where report_id not in (select report_id from rule_wide);
