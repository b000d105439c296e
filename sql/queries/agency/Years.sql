-- One agency by year: reported, late (published after the day it was due), quarantined (a document of that year could not be
-- loaded), missing (due and not there), due (expected, and there is time left), not_expected by the roster, or unknown. Due on
-- 31 January of the next year, governments on 31 March.
with own as (
    select * from visible($scope) where code = $agency
),
-- The first publication counts; a report of which nobody knows the day is not called late.
came as (
    select year, min(published) as published
    from report
    where agency_id = (select agency_id from own)
    group by year
),
held as (
    select try_cast(json_extract_string(extracted, '$.year') as smallint) as year, count(*) as documents
    from document
    -- A quarantined document belongs to no region: those who see the country see it.
    where report_id is null and extracted is not null and list_contains($scope, 0)
        and json_extract_string(extracted, '$.agency') = (select name from own)
    group by all
),
asked as (
    select
        own.*, year, case when is_government then make_date(year + 1, 3, 31) else make_date(year + 1, 1, 31) end as due_on
    from own
    cross join (select unnest(range($first_year, $last_year + 1)) as year)
),
final as (
    select
        cast(asked.year as smallint) as year, asked.due_on, came.published, coalesce(held.documents, 0) as quarantined,
        case
            when came.published > asked.due_on then 'late'
            when came.year is not null then 'reported'
            when held.documents > 0 then 'quarantined'
            when asked.first_expected is null then 'unknown'
            when asked.year not between asked.first_expected and coalesce(asked.last_expected, 32767) then 'not_expected'
            when asked.due_on < $today then 'missing'
            else 'due'
        end as state
    from asked
    left join came on came.year = asked.year
    left join held on held.year = asked.year
)
select
    year, state, due_on, published, cast(case when state = 'late' then published - due_on end as integer) as days_late, quarantined
from final
order by year;
