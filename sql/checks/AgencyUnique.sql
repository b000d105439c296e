-- An agency has one row, and its region is known.
with failing as (
    select code, 'twice' as why from dim_agency group by code having count(*) > 1
    union all
    select code, 'unknown region' from dim_agency where region_code is not null and region_code not in (select code from dim_region)
)
select
    (select count(*) from dim_agency) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
