-- The warehouse for the whole country: every cell once with its place, the values of current reports once more in the
-- order charts read them, agencies that are expected to report, corrections, and what people say of findings.
create type value_state as enum ('number', 'blank', 'unread', 'incomplete', 'undefined');

create type report_scope as enum ('own', 'level', 'territory');

-- A number as printed, exactly. Whole and rest stand apart because they compress to a third that way.
create macro exact(whole, millionths) as cast(whole as decimal(18, 6)) + cast(millionths * 0.000001 as decimal(18, 6));

-- A number written plainly: 10, -0.5.
create macro plain(value) as rtrim(rtrim(cast(value as varchar), '0'), '.');

-- Row and column labels as printed, each once.
create table label (
    label_id integer not null,
    text varchar not null
);

insert into label
select row_number() over (order by text), text
from (select row_label as text from source_cell union select column_label from source_cell);

-- Every cell of every report version, in the order of reports: for profiles and provenance.
create table cell (
    report_id integer not null,
    metric_id smallint not null,
    state value_state not null,
    whole bigint,                -- null: no number
    millionths integer,          -- same sign as whole
    has_unit boolean not null,   -- false: an amount without a printed unit, neither summed nor ranked
    is_ocr boolean not null,
    form_table tinyint not null,
    grid integer,
    row_number integer,
    column_number integer,
    line integer,
    page integer,
    row_label integer not null,
    column_label integer not null,
    text varchar,                -- as printed; null where that is the number written plainly, or nothing
    unit varchar
);

insert into cell
select
    observation.report_id, observation.metric_id, observation.state,
    cast(trunc(observation.value) as bigint), cast((observation.value - trunc(observation.value)) * 1000000 as integer),
    observation.has_unit, source.is_ocr, source.form_table, source.grid, source.row_number, source.column_number, source.line, source.page,
    row_label.label_id, column_label.label_id,
    nullif(source.text, coalesce(plain(observation.value), '')), source.unit
from observation
join source_cell source using (report_id, metric_id)
join label row_label on row_label.text = source.row_label
join label column_label on column_label.text = source.column_label
order by observation.report_id, observation.metric_id;

drop table observation;

drop table source_cell;

-- Cells as people read them.
create view printed_cell as
select
    cell.report_id, cell.metric_id, cast(cell.state as varchar) as state, exact(cell.whole, cell.millionths) as value,
    cell.has_unit, cell.is_ocr, cell.form_table, cell.grid, cell.row_number, cell.column_number, cell.line, cell.page,
    coalesce(cell.text, plain(exact(cell.whole, cell.millionths)), '') as text, cell.unit,
    row_label.text as row_label, column_label.text as column_label
from cell
join label row_label on row_label.label_id = cell.row_label
join label column_label on column_label.label_id = cell.column_label;

-- The tall fact table: one row per current report and metric, derived metrics included, sorted by metric, year, agency.
create table observation (
    metric_id smallint not null,
    year smallint not null,
    agency_id integer not null,
    scope report_scope not null,
    report_id integer not null,
    form smallint,               -- of the table it was printed in
    state value_state not null,
    whole bigint,
    millionths integer,
    denominator decimal(18, 6),  -- of rates; null elsewhere
    is_disputed boolean not null,
    has_unit boolean not null,
    is_corrected boolean not null
);

drop table mart_value;

create view mart_value as
select
    metric_id, year, agency_id, cast(scope as varchar) as scope, report_id, cast(form as varchar) as form,
    cast(state as varchar) as state, exact(whole, millionths) as value, denominator, is_disputed, has_unit, is_corrected
from observation;

-- Reports whose rows in the marts are out of date, and what was last published.
create table mart_pending (
    report_id integer not null
);

insert into mart_pending select report_id from report;

-- Where a document came from decides before its date which of two reports is current: sql/seeds/source-ranks.csv.
alter table document add column source_rank tinyint default 0;

alter table report add column source_rank tinyint default 0;

alter table report add column is_synthetic boolean default false;

alter table dim_region add column first_place integer default 0;

alter table dim_region add column last_place integer default 0;

alter table dim_region add column is_synthetic boolean default false;

-- A count without a sign, of which one may say that it is ten times another.
alter table dim_metric add column is_count boolean default false;

alter table mart_agency add column place integer default 0;

alter table mart_agency add column first_expected smallint;

alter table mart_agency add column last_expected smallint;

alter table mart_agency add column is_synthetic boolean default false;

-- Who is expected to report, from which report year to which. Without a row nobody knows.
create table roster (
    agency_id integer not null,
    first_year smallint not null,
    last_year smallint,          -- null: still expected
    source varchar not null
);

-- A person's correction of one cell. It counts as long as the current report prints what it expects.
create table correction (
    agency_id integer not null,
    year smallint not null,
    scope report_scope not null,
    metric varchar not null,
    expected_state value_state not null,
    expected_value decimal(18, 6),
    state value_state not null,
    value decimal(18, 6),
    reason varchar not null,
    author varchar not null,
    corrected_at timestamp not null,
    is_withdrawn boolean not null
);

-- What a person decided about a finding; it survives when the report is read again and the same is found.
create table finding_mark (
    agency_id integer not null,
    year smallint not null,
    scope report_scope not null,
    rule varchar not null,
    metrics varchar[] not null,
    printed decimal(18, 6),
    state varchar not null,      -- explained, corrected
    reason varchar not null,
    author varchar not null,
    marked_at timestamp not null
);

-- Cells named by an open error: shown as printed, with a mark, and neither summed nor ranked.
create view disputed_cell as
select distinct finding.report_id, metric.metric_id
from finding, unnest(finding.metrics) as named (metric)
join dim_metric metric on metric.metric = named.metric
where finding.severity = 'error' and finding.state = 'open';

-- Regions whose territory changed so near a year that its figures and those of the year before are of different places:
-- between the middle of the year before and the end of the year. New names, ranks and codes change no territory.
create view territory_change as
select distinct code as region_code, unnest(case when month(date) >= 7 then [year(date), year(date) + 1] else [year(date)] end) as year
from (select date, unnest(codes) as code from region_event where kind in ('establish', 'merge', 'split', 'transfer'));

-- Corrections that count: the newest of a cell that still prints what the correction expects.
create view active_correction as
select report.report_id, metric.metric_id, correction.state, correction.value, correction.reason, correction.author, correction.corrected_at
from correction
join report
    on report.agency_id = correction.agency_id and report.year = correction.year and report.scope = correction.scope and report.is_current
join dim_metric metric on metric.metric = correction.metric
join cell on cell.report_id = report.report_id and cell.metric_id = metric.metric_id
where not correction.is_withdrawn
    and cell.state = correction.expected_state
    and exact(cell.whole, cell.millionths) is not distinct from correction.expected_value
qualify row_number() over (partition by report.report_id, metric.metric_id order by correction.corrected_at desc) = 1;

-- Cells with corrections in the printed value's place.
create view effective_cell as
select
    cell.report_id, cell.metric_id, coalesce(correction.state, cell.state) as state,
    case when correction.report_id is null then cell.whole else cast(trunc(correction.value) as bigint) end as whole,
    case
        when correction.report_id is null then cell.millionths
        else cast((correction.value - trunc(correction.value)) * 1000000 as integer)
    end as millionths,
    cell.has_unit or correction.report_id is not null as has_unit, cell.form_table,
    correction.report_id is not null as is_corrected
from cell
left join active_correction correction on correction.report_id = cell.report_id and correction.metric_id = cell.metric_id;

-- The newest decision about each finding.
create view current_mark as
select *
from finding_mark
qualify row_number() over (partition by agency_id, year, scope, rule, metrics, printed order by marked_at desc) = 1;
