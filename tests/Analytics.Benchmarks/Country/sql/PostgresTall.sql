create unlogged table fact (
    metric_id smallint not null, year smallint not null, agency_id integer not null, scope smallint not null, report_id integer not null,
    form smallint, state smallint not null, value numeric(18, 6), denominator numeric(18, 6), is_disputed boolean not null,
    has_unit boolean not null, is_corrected boolean not null
);
create unlogged table cell (
    report_id integer not null, metric_id smallint not null, state smallint not null, value numeric(18, 6), has_unit boolean not null,
    is_ocr boolean not null, form_table smallint not null, grid integer, row_number integer, column_number integer, line integer, page integer,
    text text not null, unit text, row_label text not null, column_label text not null
);
