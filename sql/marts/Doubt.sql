-- Metrics in doubt, by report: named by an open error, or an amount without its unit.
create or replace temp table mart_doubt as
with disputed as (
    select report_id, metric_id, true as is_disputed
    from disputed_cell
    where report_id in (select report_id from mart_fresh)
),
unitless as (
    select report_id, metric_id, false as is_disputed
    from cell
    where not has_unit and report_id in (select report_id from mart_fresh)
),
doubts as (
    select * from disputed
    union all
    select * from unitless
)
select
    report_id,
    coalesce(list(distinct metric_id) filter (where is_disputed), []) as disputed,
    coalesce(list(distinct metric_id) filter (where not is_disputed), []) as unitless
from doubts
group by report_id;

create or replace temp table mart_derived (
    metric_id smallint, year smallint, agency_id integer, scope report_scope, report_id integer, form smallint,
    state value_state, value decimal(18, 6), denominator decimal(18, 6), is_disputed boolean, has_unit boolean
);
