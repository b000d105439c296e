-- R07, R08 and R21: pairs of rule_pair with a sum between the years that does not hold at first sight.
insert into suspect
select 'years', pair.report_id, pair.before_id
from rule_pair pair
join rule_wide now on now.report_id = pair.report_id
join rule_wide before on before.report_id = pair.before_id
where {broken};
