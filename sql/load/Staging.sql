-- Where a batch lands before it is loaded: a database of its own in memory, emptied for each batch.
create or replace table staging.main.document (
    sha256 varchar, file varchar, source varchar, published date, note varchar,
    extractor_version varchar, reason varchar, extracted varchar
);

create or replace table staging.main.report (
    sha256 varchar, agency_code varchar, agency_name varchar, agency_short_name varchar, office varchar,
    region_code varchar, sector varchar, agency_printed varchar, year smallint, scope varchar,
    form_2 varchar, form_3 varchar, form_4 varchar, published date, facts_sha256 varchar
);

create or replace table staging.main.fact (
    sha256 varchar, metric varchar, state varchar, value decimal(18, 6), has_unit boolean, form_table integer,
    grid integer, row_number integer, column_number integer, line integer, page integer,
    text varchar, unit varchar, row_label varchar, column_label varchar, is_ocr boolean
);

-- metrics: keys joined by commas
create or replace table staging.main.finding (
    sha256 varchar, rule varchar, severity varchar, metrics varchar, expected decimal(18, 6), printed decimal(18, 6),
    message varchar
);
