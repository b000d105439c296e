-- R01–R04: reports of rule_report with a sum that does not hold at first sight.
create or replace temp table suspect as
select wide.report_id, cast(null as integer) as before_id
from rule_report
join rule_wide wide using (report_id)
where {broken};
