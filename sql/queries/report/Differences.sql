-- Two reports cell by cell: what only one has or the two print differently.
with seen as (
    select report.report_id
    from report
    join visible($scope) using (agency_id)
    where report.report_id in ($report_id, $other_id)
),
one as (
    select * from printed_cell where report_id = $report_id and report_id in (select report_id from seen)
),
other as (
    select * from printed_cell where report_id = $other_id and report_id in (select report_id from seen)
),
final as (
    select
        coalesce(one.metric_id, other.metric_id) as metric_id, one.state, one.value, one.text, one.unit,
        other.state as other_state, other.value as other_value, other.text as other_text, other.unit as other_unit
    from one
    full join other using (metric_id)
    where one.state is distinct from other.state or one.value is distinct from other.value or one.has_unit is distinct from other.has_unit
)
-- A report is not compared with one that the asker may not see.
select metric.metric, metric.label_zh, final.* exclude (metric_id)
from final
join dim_metric metric using (metric_id)
where (select count(*) from seen) = 2
order by metric.position;
