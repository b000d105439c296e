-- One row per current report and metric, derived metrics included, sorted for charts: metric, year, agency.
delete from mart_value;

insert into mart_value
with disputed as (
    select distinct finding.report_id, metric.metric_id
    from finding, unnest(finding.metrics) as named (metric)
    join dim_metric metric on metric.metric = named.metric
    where finding.severity = 'error' and finding.state = 'open'
),
current_report as (
    select report_id, agency_id, year, scope, form_2, form_3, form_4
    from report
    where is_current
),
printed as (
    select
        observation.metric_id, current_report.year, current_report.agency_id, current_report.scope, observation.report_id,
        case metric.form_table when '二' then form_2 when '三' then form_3 else form_4 end as form,
        observation.state, observation.value, observation.has_unit,
        disputed.report_id is not null as is_disputed
    from observation
    join current_report using (report_id)
    join dim_metric metric using (metric_id)
    left join disputed on disputed.report_id = observation.report_id and disputed.metric_id = observation.metric_id
),
-- The terms that the report's own form has; a form that lacks a term leaves it out, a cell that lacks a number does not.
wanted as (
    select
        term.metric_id, current_report.report_id, current_report.agency_id, current_report.year, current_report.scope,
        term.term_id, term.is_denominator, term.coefficient,
        case part.form_table when '二' then form_2 when '三' then form_3 else form_4 end as form
    from derived_term term
    join dim_metric part on part.metric_id = term.term_id
    cross join current_report
    where list_contains(part.forms, case part.form_table when '二' then form_2 when '三' then form_3 else form_4 end)
),
derived as (
    select
        wanted.metric_id, wanted.year, wanted.agency_id, wanted.scope, wanted.report_id, min(wanted.form) as form,
        count(printed.report_id) as printed_terms,
        bool_and(coalesce(printed.state = 'number', false)) as is_complete,
        bool_or(coalesce(printed.is_disputed, false)) as is_disputed,
        bool_and(coalesce(printed.has_unit, true)) as has_unit,
        sum(wanted.coefficient * printed.value) filter (where not wanted.is_denominator) as numerator,
        sum(wanted.coefficient * printed.value) filter (where wanted.is_denominator) as denominator,
        bool_or(wanted.is_denominator) as is_rate
    from wanted
    left join printed on printed.report_id = wanted.report_id and printed.metric_id = wanted.term_id
    group by wanted.metric_id, wanted.year, wanted.agency_id, wanted.scope, wanted.report_id
),
computed as (
    select
        metric_id, year, agency_id, scope, report_id, form,
        case
            when not is_complete then 'incomplete'
            when is_rate and denominator = 0 then 'undefined'
            else 'number'
        end as state,
        numerator, denominator, is_rate, is_disputed, has_unit
    from derived
    where printed_terms > 0
),
final as (
    select metric_id, year, agency_id, scope, report_id, form, state, value, null as denominator, is_disputed, has_unit
    from printed
    union all
    select
        metric_id, year, agency_id, scope, report_id, form, state,
        case
            when state <> 'number' then null
            when is_rate then cast(numerator / denominator as decimal(18, 6))
            else cast(numerator as decimal(18, 6))
        end as value,
        case when is_rate then cast(denominator as decimal(18, 6)) end as denominator,
        is_disputed, has_unit
    from computed
)
select * from final
order by metric_id, year, agency_id;
