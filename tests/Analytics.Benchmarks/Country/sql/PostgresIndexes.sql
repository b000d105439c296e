create index on fact (metric_id, year, agency_id);
create index on fact (agency_id, year);
create index on cell (report_id);
create index on wide (agency_id, year);
create unique index on wide (report_id);
vacuum analyze fact;
vacuum analyze cell;
vacuum analyze wide;
