-- Who reported what, where it was printed, and what is amiss. Uniqueness is kept by the load's SQL and by sql/checks.
create table dim_agency (
    agency_id integer not null,
    code varchar not null,       -- region code, a dot, office: stable, used in addresses
    name varchar not null,
    short_name varchar not null,
    office varchar not null,
    region_code varchar,
    sector varchar
);

create table agency_alias (
    agency_id integer not null,
    alias varchar not null
);

-- Every document taken in, loaded or not.
create table document (
    sha256 varchar not null,
    file varchar not null,
    report_id integer,           -- null: quarantined
    source varchar,
    published date,
    note varchar,
    extractor_version varchar not null,
    reason varchar,              -- why quarantined
    extracted varchar            -- what was read of a quarantined one, as extract prints it
);

-- One version of one agency's report: distinct facts. Copies of the same facts are further documents of it.
create table report (
    report_id integer not null,
    agency_id integer not null,
    year smallint not null,
    scope varchar not null,      -- own, level, territory
    agency_printed varchar,
    form_2 varchar,
    form_3 varchar,
    form_4 varchar,
    published date,
    document_sha256 varchar not null,
    facts_sha256 varchar not null,
    version integer not null,
    is_current boolean not null
);

create table observation (
    report_id integer not null,
    metric_id smallint not null,
    state varchar not null,      -- number, blank, unread
    value decimal(18, 6),
    has_unit boolean not null    -- false: an amount without a printed unit, neither summed nor ranked
);

create table source_cell (
    report_id integer not null,
    metric_id smallint not null,
    form_table tinyint not null,
    grid integer,
    row_number integer,
    column_number integer,
    line integer,
    page integer,
    text varchar not null,
    unit varchar,
    row_label varchar not null,
    column_label varchar not null,
    is_ocr boolean not null
);

create table finding (
    report_id integer not null,
    rule varchar not null,
    severity varchar not null,
    metrics varchar[] not null,
    expected decimal(18, 6),
    printed decimal(18, 6),
    message varchar not null,
    state varchar not null       -- open, explained, corrected
);
