-- How many of a group's reports are on which form, by year, for the table a metric is printed in.
with grouped as (
    select agency_id from members($scope, $within, $level, $sector)
),
terms as (
    select form_table from dim_metric where metric = $metric and not is_derived
    union all
    select part.form_table
    from derived_term term
    join dim_metric part on part.metric_id = term.term_id
    where term.metric_id = (select metric_id from dim_metric where metric = $metric)
),
formed as (
    select report.year, form_of(table_number((select min(form_table) from terms)), form_2, form_3, form_4) as form
    from report
    join grouped using (agency_id)
    where report.is_current and report.year between $first_year and $last_year and report.scope = $report_scope
)
select year, form, count(*) as reports
from formed
where form is not null
group by year, form
order by year, form;
