-- Where a batch lands before it is loaded: a database of its own in memory, emptied for each batch.
create or replace table staging.main.document (
    document_no integer, sha256 varchar, file varchar, source varchar, source_rank tinyint, published date, note varchar,
    extractor_version varchar, reason varchar, extracted varchar, loaded_at timestamp, is_again boolean
);

create or replace table staging.main.report (
    document_no integer, agency_code varchar, agency_name varchar, agency_short_name varchar, office varchar,
    region_code varchar, sector varchar, agency_printed varchar, year smallint, scope varchar,
    form_2 varchar, form_3 varchar, form_4 varchar, facts_sha256 varchar, is_synthetic boolean
);

-- Layouts of the batch's tables, each once, as in layout.
create or replace table staging.main.layout (
    layout_no integer, form_table integer, metric_id smallint[], grid integer[], row_number integer[], column_number integer[],
    line integer[], page integer[], row_label integer[], column_label integer[], unit integer[]
);

-- The tables of the reports, as in printed_table.
create or replace table staging.main.printed_table (
    document_no integer, layout_no integer, mark utinyint[], whole bigint[], millionths integer[]
);

-- Printed texts that are not the number written plainly.
create or replace table staging.main.cell_text (document_no integer, metric_id smallint, text varchar);

-- Labels seen for the first time.
create or replace table staging.main.label (label_id integer, text varchar);

-- metrics: keys joined by commas
create or replace table staging.main.finding (
    document_no integer, rule varchar, severity varchar, metrics varchar, expected decimal(18, 6), printed decimal(18, 6),
    message varchar
);

-- Documents of the batch that are read again, with the reports they were loaded as.
create or replace temp table again (sha256 varchar, report_id integer);
