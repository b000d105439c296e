-- Chosen agencies over years in reports of one scope, each value with its change on the year before and its compound growth
-- since the first value that counts. Values that do not count have neither.
with chosen as (
    select agency_id, code, short_name from visible($scope) where list_contains($agencies, code)
),
fact as (
    select fact.*, chosen.code, chosen.short_name, case when left_out is null then value end as counting
    from facts($metric, $first_year, $last_year) fact
    join chosen using (agency_id)
    where fact.scope = cast($report_scope as report_scope)
),
stepped as (
    select
        *, lag(year) over line as year_before, lag(counting) over line as counting_before, lag(form) over line as form_before,
        first_value(counting ignore nulls) over line as counting_first,
        first_value(case when counting is not null then year end ignore nulls) over line as year_first
    from fact
    window line as (partition by agency_id order by year)
),
final as (
    select
        code as agency, short_name as agency_name, year, report_id, cast(form as varchar) as form, cast(state as varchar) as state, value, denominator,
        is_disputed, has_unit, is_corrected, left_out,
        case when year_before = year - 1 then counting - counting_before end as change,
        case when year_before = year - 1 and counting_before > 0
            then cast(cast(counting as double) / cast(counting_before as double) - 1 as decimal(18, 6)) end as growth,
        case when year > year_first and counting_first > 0 and counting >= 0
            then cast(pow(cast(counting as double) / cast(counting_first as double), 1.0 / (year - year_first)) - 1 as decimal(18, 6)) end as compound_growth,
        coalesce(form <> form_before, false) as is_other_form
    from stepped
)
select * from final
order by agency, year;
