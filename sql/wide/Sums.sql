-- R01–R04: reports of rule_report with a sum that does not hold at first sight.
insert into suspect
select 'sums', wide.report_id, null
from rule_report
join rule_wide wide using (report_id)
where {broken};
