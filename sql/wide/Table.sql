-- One row per current report, one column per metric, made from the catalog: for the rules and for what charts read, which look at
-- many cells of many reports. Null where there is no number; marks says by metric number what the cell is: 0 absent, 1 number,
-- 2 blank, 3 unread; plus 4: an amount without its unit.
create or replace table rule_wide (
    report_id integer not null,
    agency_id integer not null,
    year smallint not null,
    scope report_scope not null,
    form_2 smallint,
    form_3 smallint,
    form_4 smallint,
    marks utinyint[] not null,
    {columns}
);

-- The same for people.
create or replace view report_wide as
select * exclude (form_2, form_3, form_4)
from rule_wide;
