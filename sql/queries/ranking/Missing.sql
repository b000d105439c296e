-- The agencies of a group that have no report of a year, of any scope: those that the roster expects then, and those that are
-- on no roster but reported in another year.
with absent as (
    select code, short_name, place, first_expected is not null as is_expected
    from members($scope, $within, $level, $sector)
    where not list_contains(years, $year)
        and case when first_expected is null then len(years) > 0 else $year between first_expected and coalesce(last_expected, 32767) end
)
select code as agency, short_name as agency_name, is_expected, count(*) over (partition by is_expected) as total
from absent
order by is_expected desc, place, code
limit $limit;
