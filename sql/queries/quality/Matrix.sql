-- Agencies and years: reported, missing (the roster expects a report), quarantined (a document of that agency and year could
-- not be loaded), or nobody knows. For those with a number of lines at a time.
with page as (
    select *, count(*) over () as total
    from members($scope, $region, $level, $sector)
    order by place, code
    limit $limit offset $offset
),
held as (
    select json_extract_string(extracted, '$.agency') as agency_name, try_cast(json_extract_string(extracted, '$.year') as smallint) as year, count(*) as documents
    from document
    -- A quarantined document belongs to no region: those who see the country see it.
    where report_id is null and extracted is not null and list_contains($scope, 0)
    group by all
),
asked as (
    select page.*, unnest(range($first_year, $last_year + 1)) as year
    from page
)
select
    asked.code as agency, asked.short_name as agency_name, asked.region_path, cast(asked.year as smallint) as year,
    case
        when list_contains(asked.years, asked.year) then 'reported'
        when held.documents > 0 then 'quarantined'
        when asked.year between asked.first_expected and coalesce(asked.last_expected, 32767) then 'missing'
        when asked.first_expected is not null then 'not_expected'
        else 'unknown'
    end as state,
    coalesce(held.documents, 0) as quarantined, asked.total
from asked
left join held on held.agency_name = asked.name and held.year = asked.year
order by asked.place, asked.code, asked.year;
