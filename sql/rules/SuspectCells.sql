-- The cells of suspect reports and of those before them, from their wide rows: few, where all cells are many. Read once for all
-- rules. mark: 1 number, 2 blank, 3 unread.
create or replace temp table suspect_cell as
with wide as (
    select *
    from rule_wide
    where report_id in (select report_id from suspect union select before_id from suspect)
),
numbers as (
    unpivot wide on columns(* exclude (report_id, agency_id, year, scope, form_2, form_3, form_4, marks)) into name metric value number
),
marked as (
    select report_id, unnest(range(1, len(marks) + 1)) as metric_id, unnest(marks) & 3 as mark
    from wide
)
select numbers.report_id, metric.metric_id, 1 as mark, numbers.number as value
from numbers
join dim_metric metric using (metric)
union all
select report_id, cast(metric_id as smallint), mark, null
from marked
where mark > 1;
