-- New agencies of the staged reports; an agency is its region and its office.
insert into dim_agency
with staged as (
    select agency_code, agency_name, agency_short_name, office, region_code, sector
    from staging.main.report
    where not exists (select 1 from dim_agency known where known.code = agency_code)
    qualify row_number() over (partition by agency_code order by agency_name, agency_short_name, sector) = 1
)
select
    (select coalesce(max(agency_id), 0) from dim_agency) + row_number() over (order by agency_code),
    agency_code, agency_name, agency_short_name, office, region_code, sector
from staged;

insert into agency_alias
select distinct agency.agency_id, staged.agency_printed
from staging.main.report staged
join dim_agency agency on agency.code = staged.agency_code
where staged.agency_printed is not null
    and staged.agency_printed not in (agency.name, agency.short_name)
    and not exists (
        select 1 from agency_alias known
        where known.agency_id = agency.agency_id and known.alias = staged.agency_printed
    );
