-- R10 between the reports of rule_pair and those of the year before.
insert into breach
with suspect as (
    select now, before
    from rule_pair pair
    join report_wide now on now.report_id = pair.report_id
    join report_wide before on before.report_id = pair.before_id
    where {broken}
),
listed as (
    select now.report_id, unnest([
    {checks}
    ]) as breach
    from suspect
)
select report_id, breach.rule, breach.metric, breach.expected, breach.printed
from listed
where breach is not null;
