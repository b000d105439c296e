-- The cells of suspect reports and of those before them, from their wide rows: few, where all cells are many. Read once for
-- all rules.
create or replace temp table suspect_cell as
with wide as (
    select *
    from rule_wide
    where report_id in (select report_id from suspect union select before_id from suspect)
),
listed as (
    unpivot wide on columns(* exclude (report_id, agency_id, year, scope, marks)) into name metric value number
)
select listed.report_id, metric.metric_id, listed.marks[metric.metric_id] as mark, cast(listed.number as decimal(18, 6)) as value
from listed
join dim_metric metric using (metric)
where listed.marks[metric.metric_id] > 0;
