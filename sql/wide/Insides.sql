-- R17: reports of rule_wider with a figure below the sum of the reports inside, like with like; rule_inside says which those are.
create or replace temp table rule_total as
with total as (
    select
        pair.report_id, pair.scope,
        {sums}
    from rule_inside pair
    join rule_wide inside on inside.report_id = pair.inside_id
    group by pair.report_id, pair.scope
)
select total.*
from total
join rule_wide wide using (report_id)
where {broken};

insert into suspect
select distinct 'inside', report_id, cast(null as integer)
from rule_total;
