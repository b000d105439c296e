-- No two reports of one agency, year and scope hold the same facts, and just one of them is current.
with failing as (
    select agency_id, year, scope, 'current' as why, count(*) filter (where is_current) as n
    from report group by agency_id, year, scope having n <> 1
    union all
    select agency_id, year, scope, facts_sha256, count(*) as n
    from report group by agency_id, year, scope, facts_sha256 having n > 1
)
select
    (select count(*) from report) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
