-- A rate of chosen agencies over up to three years: the terms above and below the line added over the years with a report
-- of one scope. Not across a year in which the rate is disputed or a term is no number.
with chosen as (
    select agency_id, code from visible($scope) where list_contains($agencies, code)
),
rate as (
    select chosen.code, value.agency_id, value.year, value.state, value.is_disputed, value.has_unit
    from observation value
    join chosen using (agency_id)
    where value.metric_id = (select metric_id from dim_metric where metric = $metric)
        and value.year between $year - 2 and $year and value.scope = cast($report_scope as report_scope)
),
term as (
    select
        value.agency_id,
        sum(part.coefficient * exact(value.whole, value.millionths)) filter (where not part.is_denominator) as numerator,
        sum(part.coefficient * exact(value.whole, value.millionths)) filter (where part.is_denominator) as denominator
    from observation value
    join derived_term part on part.term_id = value.metric_id
    where part.metric_id = (select metric_id from dim_metric where metric = $metric)
        and value.metric_id in (
            select term_id from derived_term where metric_id = (select metric_id from dim_metric where metric = $metric))
        and value.year between $year - 2 and $year and value.scope = cast($report_scope as report_scope)
        and value.agency_id in (select agency_id from chosen)
    group by value.agency_id
),
pool as (
    select
        code, agency_id, min(year) as first_year, max(year) as last_year, count(*) as years,
        case
            when bool_or(is_disputed) then 'disputed'
            when bool_or(not has_unit) then 'no_unit'
            when bool_or(state not in ('number', 'undefined')) then 'incomplete'
        end as left_out
    from rate
    group by code, agency_id
),
final as (
    select
        code as agency, first_year, last_year, years,
        case when left_out is null then numerator end as numerator, case when left_out is null then denominator end as denominator,
        case when left_out is null and denominator > 0 then cast(cast(numerator as double) / cast(denominator as double) as decimal(18, 6)) end as value,
        coalesce(left_out, case
            when denominator = 0 then 'undefined'
            when denominator < (select min_denominator from dim_metric where metric = $metric) then 'small'
        end) as left_out
    from pool
    left join term using (agency_id)
)
select * from final
order by agency;
