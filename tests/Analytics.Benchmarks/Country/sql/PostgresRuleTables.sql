create unlogged table report (
    report_id integer not null, agency_id integer not null, year smallint not null, scope smallint not null, facts_sha256 text not null
);
create unlogged table agency (agency_id integer not null, region_code text not null);
create unlogged table region_line (code text not null, parent text, above text not null);
create unlogged table agency_change (agency_id integer not null, year smallint not null);
