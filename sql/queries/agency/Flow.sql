-- Requests of one report, from kinds of applicants to outcomes. The lines of outcomes are those that R02 adds up.
with own as (
    select agency_id from visible($scope) where code = $agency
),
lines as (
    select distinct regexp_replace(metric.metric, '\.[^.]*$', '') as line
    from rule_term term
    join dim_metric metric using (metric_id)
    where term.rule = 'R02' and not term.is_result
),
listed as (
    select metric.metric_id, metric.label_zh, metric.position, lines.line, regexp_extract(metric.metric, '[^.]*$') as applicant
    from dim_metric metric
    join lines on metric.metric = lines.line || '.' || regexp_extract(metric.metric, '[^.]*$')
)
select
    listed.applicant, listed.line as outcome, listed.label_zh, value.report_id, cast(value.state as varchar) as state,
    exact(value.whole, value.millionths) as value, value.is_disputed
from own_values((select agency_id from own), $year, $year) value
join listed using (metric_id)
where value.scope = cast($report_scope as report_scope) and listed.applicant <> 'total'
order by listed.position;
