-- Where a batch lands before it is loaded: a database of its own in memory, emptied for each batch.
create or replace table staging.main.document (
    document_no integer, sha256 varchar, file varchar, source varchar, source_rank tinyint, published date, note varchar,
    extractor_version varchar, reason varchar, extracted varchar, loaded_at timestamp
);

create or replace table staging.main.report (
    document_no integer, agency_code varchar, agency_name varchar, agency_short_name varchar, office varchar,
    region_code varchar, sector varchar, agency_printed varchar, year smallint, scope varchar,
    form_2 varchar, form_3 varchar, form_4 varchar, facts_sha256 varchar, is_synthetic boolean
);

-- The cells of a report side by side in lists of one length, in order of metric; a list that would hold nothing is empty.
-- mark: 1 number, 2 blank, 3 unread; plus 4 where an amount lacks its unit, plus 8 where it was read by OCR.
-- position lists: 0 where the format has no such place. marks and by_number hold state and value of
-- every metric by its number from 1 on: 0 absent, 1 number, 2 blank, 3 unread.
create or replace table staging.main.cells (
    document_no integer, metric_id smallint[], mark utinyint[], whole bigint[], millionths integer[],
    grid integer[], row_number integer[], column_number integer[], line integer[], page integer[],
    row_label integer[], column_label integer[], marks utinyint[], by_number double[]
);

-- Printed texts that are not the number written plainly, and printed units.
create or replace table staging.main.cell_text (document_no integer, metric_id smallint, text varchar, unit varchar);

-- Labels seen for the first time.
create or replace table staging.main.label (label_id integer, text varchar);

-- metrics: keys joined by commas
create or replace table staging.main.finding (
    document_no integer, rule varchar, severity varchar, metrics varchar, expected decimal(18, 6), printed decimal(18, 6),
    message varchar
);
