-- The values a derived metric is computed from in one report: every term that the report's form has.
select
    part.metric, part.label_zh, part.unit, derived.is_denominator, derived.coefficient, value.state, value.value,
    coalesce(value.is_disputed, false) as is_disputed
from report
join mart_agency agency using (agency_id)
cross join derived_term derived
join dim_metric metric on metric.metric_id = derived.metric_id
join dim_metric part
    on part.metric_id = derived.term_id
    and list_contains(part.forms, case part.form_table when '二' then form_2 when '三' then form_3 else form_4 end)
left join mart_value value on value.metric_id = derived.term_id and value.report_id = report.report_id
where metric.metric = $metric and report.report_id = $report_id
    and list_has_any(agency.lineage, $scope)
order by derived.is_denominator, part.position;
