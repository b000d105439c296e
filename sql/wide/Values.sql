-- Some metrics of the reports in {wide} as charts read them: sorted by metric, year, agency. Some after the others keeps all of
-- them sorted, and the room for sorting small.
insert into observation
with printed as (
    {values}
    union all
    select
        other.metric_id, wide.year, wide.agency_id, wide.scope, other.report_id,
        form_of(table_number(metric.form_table), wide.form_2, wide.form_3, wide.form_4), cast(null as decimal(18, 6))
    from mart_other other
    join {wide} wide using (report_id)
    join dim_metric metric using (metric_id)
    where other.state <> 'number' and other.metric_id between {first} and {last}
),
-- What comes of each row is made after sorting: the less there is to sort, the better.
sorted as (
    select printed.*, other.state, other.has_unit, other.is_disputed, other.is_corrected
    from printed
    left join mart_other other using (report_id, metric_id)
    order by metric_id, year, agency_id
)
select
    metric_id, year, agency_id, scope, report_id, form, coalesce(state, 'number'), whole_of(value),
    case when value = trunc(value) then 0 else millionths_of(value) end,
    null, coalesce(is_disputed, false), coalesce(has_unit, true), coalesce(is_corrected, false)
from sorted;
