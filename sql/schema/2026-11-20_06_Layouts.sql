-- Cells are kept by the table, not one by one: most reports print a table in one of a few layouts, so that where the cells
-- stand, their labels and units are told once for each layout, and a report's table is its layout and the values in its order.

-- One for all that tells layouts apart.
create macro layout_fingerprint(form_table, metric_id, grid, row_number, column_number, line, page, row_label, column_label, unit) as
    md5_number(cast(row(form_table, metric_id, grid, row_number, column_number, line, page, row_label, column_label, unit) as varchar));

-- What a mark says, and the two parts of a number.
create macro state_of(mark) as
    case mark & 3 when 1 then cast('number' as value_state) when 2 then cast('blank' as value_state) else cast('unread' as value_state) end;

create macro whole_of(value) as cast(trunc(value) as bigint);

create macro millionths_of(value) as cast((value - trunc(value)) * 1000000 as integer);

-- The cells of a statutory table, side by side in order of metric number.
create table layout (
    layout_id integer not null,
    fingerprint uhugeint not null,
    form_table tinyint not null,
    metric_id smallint[] not null,
    grid integer[] not null,         -- places count from 1; 0: the format has none
    row_number integer[] not null,
    column_number integer[] not null,
    line integer[] not null,
    page integer[] not null,
    row_label integer[] not null,
    column_label integer[] not null,
    unit integer[] not null          -- a label; 0: none printed
);

-- A statutory table of a report version, its values in the order of the layout.
create table printed_table (
    report_id integer not null,
    layout_id integer not null,
    mark utinyint[] not null,        -- 1 number, 2 blank, 3 unread; plus 4: an amount without its unit, plus 8: read by OCR
    whole bigint[] not null,         -- 0 where there is no number
    millionths integer[] not null    -- same sign as whole; empty where all are 0
);

-- Printed texts that are not the number written plainly, or nothing.
create table cell_text (
    report_id integer not null,
    metric_id smallint not null,
    text varchar not null
);

-- Labels and units as printed, each once.
insert into label
select (select coalesce(max(label_id), 0) from label) + row_number() over (order by unit), unit
from (select distinct unit from cell where unit is not null and unit not in (select text from label));

create temp table shaped as
with shaped as (
    select
        cell.report_id, cell.form_table,
        list(cell.metric_id order by cell.metric_id) as metric_id,
        list(coalesce(cell.grid, 0) order by cell.metric_id) as grid,
        list(coalesce(cell.row_number, 0) order by cell.metric_id) as row_number,
        list(coalesce(cell.column_number, 0) order by cell.metric_id) as column_number,
        list(coalesce(cell.line, 0) order by cell.metric_id) as line,
        list(coalesce(cell.page, 0) order by cell.metric_id) as page,
        list(cell.row_label order by cell.metric_id) as row_label,
        list(cell.column_label order by cell.metric_id) as column_label,
        list(coalesce(unit.label_id, 0) order by cell.metric_id) as unit,
        list(cast(
            case cell.state when 'number' then 1 when 'blank' then 2 else 3 end
            + case when cell.has_unit then 0 else 4 end + case when cell.is_ocr then 8 else 0 end as utinyint) order by cell.metric_id) as mark,
        list(coalesce(cell.whole, 0) order by cell.metric_id) as whole,
        list(coalesce(cell.millionths, 0) order by cell.metric_id) as millionths
    from cell
    left join label unit on unit.text = cell.unit
    group by cell.report_id, cell.form_table
)
select *, layout_fingerprint(form_table, metric_id, grid, row_number, column_number, line, page, row_label, column_label, unit) as fingerprint
from shaped;

insert into layout
select
    row_number() over (order by fingerprint), fingerprint, form_table, metric_id, grid, row_number, column_number, line, page,
    row_label, column_label, unit
from shaped
qualify row_number() over (partition by fingerprint) = 1;

insert into printed_table
select
    shaped.report_id, layout.layout_id, shaped.mark, shaped.whole,
    case when list_min(shaped.millionths) = 0 and list_max(shaped.millionths) = 0 then [] else shaped.millionths end
from shaped
join layout using (fingerprint)
order by shaped.form_table, shaped.report_id;

insert into cell_text
select report_id, metric_id, text
from cell
where text is not null
order by report_id, metric_id;

drop table shaped;

drop table cell;

-- Every cell of every report version: what it says.
create view cell as
with listed as (
    select
        printed_table.report_id, layout.form_table, unnest(layout.metric_id) as metric_id, unnest(printed_table.mark) as mark,
        unnest(printed_table.whole) as whole, unnest(printed_table.millionths) as millionths
    from printed_table
    join layout using (layout_id)
)
select
    report_id, metric_id,
    state_of(mark) as state,
    case when mark & 3 = 1 then whole end as whole,
    case when mark & 3 = 1 then coalesce(millionths, 0) end as millionths,
    mark & 4 = 0 as has_unit, mark & 8 <> 0 as is_ocr, form_table
from listed;

-- Cells as people read them, with where they stand.
create or replace view printed_cell as
with listed as (
    select
        printed_table.report_id, layout.form_table, unnest(layout.metric_id) as metric_id, unnest(printed_table.mark) as mark,
        unnest(printed_table.whole) as whole, unnest(printed_table.millionths) as millionths, unnest(layout.grid) as grid,
        unnest(layout.row_number) as row_number, unnest(layout.column_number) as column_number, unnest(layout.line) as line,
        unnest(layout.page) as page, unnest(layout.row_label) as row_label, unnest(layout.column_label) as column_label,
        unnest(layout.unit) as unit
    from printed_table
    join layout using (layout_id)
),
valued as (
    select *, case when mark & 3 = 1 then exact(whole, coalesce(millionths, 0)) end as value
    from listed
)
select
    valued.report_id, valued.metric_id, cast(state_of(valued.mark) as varchar) as state, valued.value,
    valued.mark & 4 = 0 as has_unit, valued.mark & 8 <> 0 as is_ocr, valued.form_table, nullif(valued.grid, 0) as grid,
    nullif(valued.row_number, 0) as row_number, nullif(valued.column_number, 0) as column_number, nullif(valued.line, 0) as line,
    nullif(valued.page, 0) as page, coalesce(cell_text.text, plain(valued.value), '') as text, unit.text as unit,
    row_label.text as row_label, column_label.text as column_label
from valued
join label row_label on row_label.label_id = valued.row_label
join label column_label on column_label.label_id = valued.column_label
left join label unit on unit.label_id = valued.unit
left join cell_text on cell_text.report_id = valued.report_id and cell_text.metric_id = valued.metric_id;

-- One metric's cells of all report versions, without looking at the others; nth: where it stands in the table.
create macro cells_of(of_metric) as table
with placed as (
    select layout_id, list_position(layout.metric_id, metric.metric_id) as nth
    from layout
    join dim_metric metric on list_contains(layout.metric_id, metric.metric_id)
    where metric.metric = of_metric
)
select report_id, mark[nth] & 3 as mark, exact(whole[nth], coalesce(millionths[nth], 0)) as value
from printed_table
join placed using (layout_id);

-- Corrections, each with what the current report prints in its cell; none where there is no such report or cell.
create view printed_correction as
with placed as (
    select
        correction.*, report.report_id, metric.metric_id, printed_table.mark, printed_table.whole, printed_table.millionths,
        list_position(layout.metric_id, metric.metric_id) as nth
    from correction
    join report
        on report.agency_id = correction.agency_id and report.year = correction.year and report.scope = correction.scope and report.is_current
    join dim_metric metric on metric.metric = correction.metric
    join printed_table on printed_table.report_id = report.report_id
    join layout on layout.layout_id = printed_table.layout_id and list_contains(layout.metric_id, metric.metric_id)
)
select
    * exclude (mark, whole, millionths, nth),
    state_of(mark[nth]) as printed_state,
    case when mark[nth] & 3 = 1 then exact(whole[nth], coalesce(millionths[nth], 0)) end as printed_value
from placed;

-- Corrections that count: the newest of a cell that still prints what the correction expects.
create or replace view active_correction as
select report_id, metric_id, state, value, reason, author, corrected_at
from printed_correction
where not is_withdrawn and printed_state = expected_state and printed_value is not distinct from expected_value
qualify row_number() over (partition by report_id, metric_id order by corrected_at desc) = 1;

-- All corrections with what became of each: active, replaced by a newer one, stale (the cell prints something else than the
-- correction expects, or is not there), withdrawn.
create or replace view correction_state as
with told as (
    select
        correction.*, printed.printed_state, printed.printed_value,
        coalesce(printed.printed_state = correction.expected_state
            and printed.printed_value is not distinct from correction.expected_value, false) as is_met
    from correction
    left join (
        select distinct agency_id, year, scope, metric, printed_state, printed_value from printed_correction
    ) printed using (agency_id, year, scope, metric)
)
select
    * exclude (is_met),
    case
        when is_withdrawn then 'withdrawn'
        when not is_met then 'stale'
        when row_number() over (
            partition by agency_id, year, scope, metric, is_withdrawn, is_met order by corrected_at desc) > 1 then 'replaced'
        else 'active'
    end as status
from told;

-- Printed values of one agency's current reports over years, from their tables: an agency's values are scattered over all of
-- observation. The tables are chosen before they are taken apart.
create or replace macro own_values(of_agency, from_year, to_year) as table
with own as (
    select
        report_id, year, scope,
        cast(form_2 as smallint) as form_2, cast(form_3 as smallint) as form_3, cast(form_4 as smallint) as form_4
    from report
    where agency_id = of_agency and year between from_year and to_year and is_current
),
chosen as (
    select own.*, printed_table.layout_id, printed_table.mark, printed_table.whole, printed_table.millionths
    from printed_table
    join own using (report_id)
),
listed as (
    select
        chosen.report_id, year, scope, case layout.form_table when 2 then form_2 when 3 then form_3 else form_4 end as form,
        unnest(layout.metric_id) as metric_id, unnest(mark) as mark, unnest(whole) as whole, unnest(millionths) as millionths
    from chosen
    join layout using (layout_id)
),
disputed as (
    select distinct named.report_id, metric.metric_id
    from (
        select report_id, unnest(metrics) as metric
        from finding
        where severity = 'error' and state = 'open' and report_id in (select report_id from own)
    ) named
    join dim_metric metric on metric.metric = named.metric
)
select
    listed.metric_id, listed.year, listed.scope, listed.report_id, listed.form,
    coalesce(correction.state, state_of(listed.mark)) as state,
    case when correction.report_id is not null then whole_of(correction.value) when listed.mark & 3 = 1 then listed.whole end as whole,
    case
        when correction.report_id is not null then millionths_of(correction.value)
        when listed.mark & 3 = 1 then coalesce(listed.millionths, 0)
    end as millionths,
    disputed.report_id is not null as is_disputed, listed.mark & 4 = 0 or correction.report_id is not null as has_unit,
    correction.report_id is not null as is_corrected
from listed
left join active_correction correction on correction.report_id = listed.report_id and correction.metric_id = listed.metric_id
left join disputed on disputed.report_id = listed.report_id and disputed.metric_id = listed.metric_id;
