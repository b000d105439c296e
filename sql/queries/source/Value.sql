-- A value as charts show it: printed or derived, with its doubts.
select
    cast(value.state as varchar) as state, exact(value.whole, value.millionths) as value, value.denominator, value.is_disputed, value.has_unit,
    cast(value.form as varchar) as form, metric.unit
from observation value
join dim_metric metric using (metric_id)
join visible($scope) agency using (agency_id)
where value.metric_id = (select metric_id from dim_metric where metric = $metric)
    and value.year = (select year from report where report_id = $report_id)
    and value.report_id = $report_id;
