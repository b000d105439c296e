-- Where a roster lands before it is loaded.
create or replace table staging.main.roster (
    agency_code varchar, agency_name varchar, agency_short_name varchar, office varchar, region_code varchar, sector varchar,
    first_year smallint, last_year smallint, source varchar
);
