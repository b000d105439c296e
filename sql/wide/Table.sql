-- One row per report version, one column per metric: for rules, derived metrics and exports. columns is made from the
-- catalog. Values are binary here; the exact ones are in cell. marks: by metric number 0 absent, 1 number, 2 blank, 3 unread.
create or replace table report_wide (
    report_id integer not null,
    agency_id integer not null,
    year smallint not null,
    scope report_scope not null,
    marks utinyint[] not null,
    {columns}
);
