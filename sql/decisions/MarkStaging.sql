-- Where decisions about findings land before they are made; metrics: keys joined by commas.
create or replace table staging.main.mark (
    agency_code varchar, year smallint, scope varchar, rule varchar, metrics varchar, printed decimal(18, 6)
);
