-- What the questions of the pages have in common: who may be seen, groups of agencies, values that count, coverage. When
-- documents were taken in, and who withdrew a correction.

-- Whether a place lies within a scope: the first and the last place of each of its regions, one pair after the other. All that
-- lies in a region lies between two places; of no region, place 0, is seen with the country, which begins there. No table is
-- asked: every question asks this, and preparing a question costs more than answering it.
create macro is_within(place, scope) as
    place between list_min(scope) and list_max(scope)
    and (len(scope) = 2 or list_bool_or(list_transform(range(1, len(scope), 2), i -> place between scope[i] and scope[i + 1])));

-- Agencies within a scope.
create macro visible(scope) as table
select *
from mart_agency
where is_within(place, scope);

-- Those of them in a region, of a level of region and of a sector; '' is any.
create macro members(scope, within, of_level, of_sector) as table
select *
from visible(scope)
where (within in ('', 'CN') or place between
        (select min(first_place) from dim_region where code = within) and (select max(last_place) from dim_region where code = within))
    and (of_level = '' or region_level = of_level)
    and (of_sector = '' or sector = of_sector);

-- Values of one metric over years, each with the reason why it is neither summed nor ranked; null: it counts.
-- disputed, no_unit, small (a rate below its least denominator), blank, unread, incomplete, undefined.
create macro facts(of_metric, from_year, to_year) as table
select
    year, agency_id, scope, report_id, form, state, exact(whole, millionths) as value, denominator, is_disputed, has_unit, is_corrected,
    case
        when is_disputed then 'disputed'
        when state <> 'number' then cast(state as varchar)
        when not has_unit then 'no_unit'
        when denominator < min_denominator then 'small'
    end as left_out
from observation
join (select metric_id, min_denominator from dim_metric where metric = of_metric) using (metric_id)
where year between from_year and to_year;

-- Printed values of one agency's current reports over years, from the cells: those of a report lie together, while an
-- agency's values are scattered over all of observation.
create macro own_values(of_agency, from_year, to_year) as table
with own as (
    select
        report_id, year, scope,
        cast(form_2 as smallint) as form_2, cast(form_3 as smallint) as form_3, cast(form_4 as smallint) as form_4
    from report
    where agency_id = of_agency and year between from_year and to_year and is_current
),
disputed as (
    select report_id, metric_id from disputed_cell where report_id in (select report_id from own)
)
select
    cell.metric_id, own.year, own.scope, cell.report_id, case cell.form_table when 2 then form_2 when 3 then form_3 else form_4 end as form,
    cell.state, cell.whole, cell.millionths, disputed.report_id is not null as is_disputed, cell.has_unit, cell.is_corrected
from effective_cell cell
join own using (report_id)
left join disputed on disputed.report_id = cell.report_id and disputed.metric_id = cell.metric_id;

-- Of a group, by year: agencies with a report of one scope, agencies that the roster expects, and those of them without any
-- report. Without a roster nobody knows who is expected: null.
create macro coverage(seen, within, of_level, of_sector, from_year, to_year, of_scope) as table
with grouped as (
    select agency_id, years, first_expected, coalesce(last_expected, 32767) as last_expected
    from members(seen, within, of_level, of_sector)
),
asked as (
    select unnest(range(from_year, to_year + 1)) as year
),
reporting as (
    select report.year, count(*) as reported
    from report
    join grouped using (agency_id)
    where report.is_current and report.year between from_year and to_year and report.scope = of_scope
    group by report.year
),
spans as (
    select first_expected, last_expected, count(*) as agencies
    from grouped
    where first_expected is not null
    group by first_expected, last_expected
),
listed as (
    select asked.year, sum(spans.agencies) as expected
    from asked
    join spans on asked.year between spans.first_expected and spans.last_expected
    group by asked.year
),
kept as (
    select year, count(*) as present
    from (select unnest(years) as year, first_expected, last_expected from grouped where first_expected is not null)
    where year between first_expected and last_expected
    group by year
)
select
    cast(asked.year as smallint) as year, coalesce(reporting.reported, 0) as reported, cast(listed.expected as bigint) as expected,
    cast(listed.expected - coalesce(kept.present, 0) as bigint) as missing
from asked
left join reporting using (year)
left join listed using (year)
left join kept using (year);

-- The parts of a region: of each place in it the region one step below, or the region itself where there is none.
create macro parts(of_region) as table
select distinct first_place as place, coalesce(list_extract(lineage, -1 - depth), of_region) as part
from dim_region
cross join (select len(lineage) as depth from dim_region where code = of_region limit 1)
where list_contains(lineage, of_region);

-- Regions that cannot be compared with the year before.
create macro changed_regions(of_year) as table
select region_code from territory_change where year = of_year;

-- When a document was taken in; null: before this was noted.
alter table document add column loaded_at timestamp;

alter table correction add column withdrawn_by varchar;

alter table correction add column withdrawn_at timestamp;

-- All corrections with what became of each: active, replaced by a newer one, stale (the cell prints something else than the
-- correction expects, or is not there), withdrawn.
create view correction_state as
with told as (
    select
        correction.*, cell.state as printed_state, exact(cell.whole, cell.millionths) as printed_value,
        coalesce(cell.state = correction.expected_state
            and exact(cell.whole, cell.millionths) is not distinct from correction.expected_value, false) as is_met
    from correction
    left join report
        on report.agency_id = correction.agency_id and report.year = correction.year and report.scope = correction.scope and report.is_current
    left join dim_metric metric on metric.metric = correction.metric
    left join cell on cell.report_id = report.report_id and cell.metric_id = metric.metric_id
)
select
    * exclude (is_met),
    case
        when is_withdrawn then 'withdrawn'
        when not is_met then 'stale'
        when row_number() over (
            partition by agency_id, year, scope, metric, is_withdrawn, is_met order by corrected_at desc) > 1 then 'replaced'
        else 'active'
    end as status
from told;
