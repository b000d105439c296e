-- R10: pairs of rule_pair with a count that seems to have changed more than tenfold.
insert into suspect
select 'jump', pair.report_id, pair.before_id
from rule_pair pair
join rule_wide now on now.report_id = pair.report_id
join rule_wide before on before.report_id = pair.before_id
where {broken};
