-- One row per report version, one column per metric, made from the catalog: for rules and derived metrics, which look at many
-- cells of many reports. Here alone what is no number is 0, as rules take a blank summand; marks tells it from a printed 0, by
-- metric number: 0 absent, 1 number, 2 blank, 3 unread. Values are binary; the exact ones are in cell.
create or replace table rule_wide (
    report_id integer not null,
    agency_id integer not null,
    year smallint not null,
    scope report_scope not null,
    marks utinyint[] not null,
    {columns}
);

-- The same for people: null where there is no number.
create or replace view report_wide as
select
    report_id, agency_id, year, scope, marks,
    {shown}
from rule_wide;
