-- Wide rows of the reports whose cells come with this batch.
delete from rule_wide where report_id in (select report_id from arrived);

insert into rule_wide
select arrived.report_id, report.agency_id, report.year, report.scope, staged.marks, {items}
from staging.main.wide staged
join arrived using (document_no)
join report using (report_id);
