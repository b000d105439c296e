-- Agencies that are late with a report year: expected by the roster, due on 31 January of the next year, governments on
-- 31 March, and either without a report today or with one that was published after that day.
with due as (
    select
        *, case when is_government then make_date($year + 1, 3, 31) else make_date($year + 1, 1, 31) end as due_on
    from members($scope, $region, $level, $sector)
    where $year between first_expected and coalesce(last_expected, 32767)
),
-- The first publication counts; a report of which nobody knows the day is not called late.
came as (
    select agency_id, min(published) as published
    from report
    where year = $year
    group by agency_id
),
late as (
    select due.*, came.published, came.agency_id is null as is_missing
    from due
    left join came using (agency_id)
    where due.due_on < $today and (came.agency_id is null or came.published > due.due_on)
)
select
    code as agency, short_name as agency_name, region_path, is_government, due_on, published, is_missing,
    cast(coalesce(published, $today) - due_on as integer) as days_late, count(*) over () as total
from late
order by is_missing desc, days_late desc, place, code
limit $limit offset $offset;
