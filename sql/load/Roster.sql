-- The staged roster: agencies nobody reported for yet come in, and what was expected of the named ones before is replaced.
insert into dim_agency
with staged as (
    select distinct agency_code, agency_name, agency_short_name, office, region_code, sector
    from staging.main.roster
    where not exists (select 1 from dim_agency known where known.code = agency_code)
    qualify row_number() over (partition by agency_code order by agency_name) = 1
)
select
    (select coalesce(max(agency_id), 0) from dim_agency) + row_number() over (order by agency_code),
    agency_code, agency_name, agency_short_name, office, region_code, sector
from staged;

delete from roster
where agency_id in (select agency_id from dim_agency agency join staging.main.roster staged on staged.agency_code = agency.code);

insert into roster
select agency.agency_id, staged.first_year, staged.last_year, staged.source
from staging.main.roster staged
join dim_agency agency on agency.code = staged.agency_code
order by agency.agency_id, staged.first_year;
