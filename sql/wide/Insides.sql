-- R17: reports of rule_wider against the sum of the reports inside each, like with like; rule_inside says which those are.
create or replace temp table suspect as
with total as (
    select
        pair.report_id, pair.scope,
        {sums}
    from rule_inside pair
    join rule_wide inside on inside.report_id = pair.inside_id
    group by pair.report_id, pair.scope
)
select total.report_id, total.scope
from total
join rule_wide wide using (report_id)
where {broken};
