-- What became of each report that agencies of a group may owe, one row an agency and year: how it stands with the report if there
-- is one, and else why there is none.
-- errors, warnings, fine: reported, by the worst of its open findings. quarantined: a document of that agency and year could not be
-- loaded. missing: the roster expects it and the day is over. awaited: the day is not over. not_expected: the roster does not expect
-- it. unknown: the agency is on no roster.
create macro report_states(seen, within, of_level, of_sector, from_year, to_year, on_day) as table
with asked as (
    select
        *, unnest(range(from_year, to_year + 1)) as year
    from members(seen, within, of_level, of_sector)
),
held as (
    select json_extract_string(extracted, '$.agency') as agency_name, try_cast(json_extract_string(extracted, '$.year') as smallint) as year, count(*) as documents
    from document
    -- A quarantined document belongs to no region: those who see the country see it.
    where report_id is null and extracted is not null and list_contains(seen, 0)
    group by all
),
amiss as (
    select report_id, count(*) filter (where severity = 'error') as errors, count(*) filter (where severity = 'warning') as warnings
    from finding
    where state = 'open'
    group by report_id
),
-- Of reports of several scopes the worst is shown. The first publication counts; of which nobody knows the day, it is not called late.
came as (
    select
        report.agency_id, report.year, count(*) filter (where report.is_current) as reports, min(report.published) as published,
        arg_max(report.report_id, 1000 * coalesce(amiss.errors, 0) + coalesce(amiss.warnings, 0)) filter (where report.is_current) as report_id,
        coalesce(sum(amiss.errors) filter (where report.is_current), 0) as errors,
        coalesce(sum(amiss.warnings) filter (where report.is_current), 0) as warnings
    from report
    left join amiss using (report_id)
    where report.year between from_year and to_year
    group by report.agency_id, report.year
),
told as (
    select
        asked.agency_id, asked.code, asked.short_name, asked.region_path, asked.place, asked.is_government, cast(asked.year as smallint) as year, came.report_id,
        coalesce(came.reports, 0) as reports, came.errors, came.warnings, came.published, coalesce(held.documents, 0) as quarantined,
        case when asked.is_government then make_date(asked.year + 1, 3, 31) else make_date(asked.year + 1, 1, 31) end as due_on,
        coalesce(asked.year between asked.first_expected and coalesce(asked.last_expected, 32767), false) as is_expected,
        asked.first_expected is not null as is_listed
    from asked
    left join came on came.agency_id = asked.agency_id and came.year = asked.year
    left join held on held.agency_name = asked.name and held.year = asked.year
)
select
    * exclude (errors, warnings), cast(coalesce(errors, 0) as bigint) as errors, cast(coalesce(warnings, 0) as bigint) as warnings,
    case
        when errors > 0 then 'errors'
        when warnings > 0 then 'warnings'
        when reports > 0 then 'fine'
        when quarantined > 0 then 'quarantined'
        when is_expected and due_on < on_day then 'missing'
        when is_expected then 'awaited'
        when is_listed then 'not_expected'
        else 'unknown'
    end as state,
    coalesce(published > due_on, false) as is_late
from told;

-- Readers have this with the next publication: it is asked for by a report that waits.
insert into mart_pending select min(report_id) from report having count(*) > 0;
