-- R11: reports of rule_pair with the facts of the year before.
insert into suspect
select 'copy', now.report_id, pair.before_id
from rule_pair pair
join report now on now.report_id = pair.report_id
join report before on before.report_id = pair.before_id
where now.facts_sha256 = before.facts_sha256;
