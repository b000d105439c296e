-- Offices that are not read yet.
select distinct office
from dim_agency
where office not in (select office from office_reading)
order by office;
