-- R17: reports of rule_wider against the sum of the reports inside each, like with like; rule_inside says which those are.
insert into breach
with total as (
    select
        pair.report_id, pair.scope,
        {sums}
    from rule_inside pair
    join report_wide inside on inside.report_id = pair.inside_id
    group by pair.report_id, pair.scope
),
suspect as (
    select wide, total
    from total
    join report_wide wide using (report_id)
    where {broken}
),
listed as (
    select wide.report_id, unnest([
    {checks}
    ]) as breach
    from suspect
)
-- Of several sums that are greater, the greatest.
select report_id, breach.rule, breach.metric, max(breach.expected), any_value(breach.printed)
from listed
where breach is not null
group by all;
