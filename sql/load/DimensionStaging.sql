-- Where the seeds land before they replace the dimensions; lists are joined by commas.
create or replace table staging.main.region (
    code varchar, valid_from date, valid_to date, name varchar, short varchar, level varchar, parent varchar,
    is_zone boolean, path varchar, lineage varchar, pinyin varchar, initials varchar,
    first_place integer, last_place integer, is_synthetic boolean
);

create or replace table staging.main.region_event (date date, kind varchar, codes varchar, note_zh varchar, source varchar);

create or replace table staging.main.metric (
    metric_id smallint, metric varchar, is_derived boolean, position integer, form_table varchar, forms varchar,
    label_zh varchar, label_en varchar, unit varchar, kind varchar, min_denominator integer, polarity varchar,
    since integer, until integer, note varchar, is_count boolean
);

create or replace table staging.main.derived_term (metric varchar, term varchar, is_denominator boolean, coefficient tinyint);

create or replace table staging.main.rule (
    rule varchar, scope varchar, severity varchar, formula varchar, applies varchar, cells varchar, name_zh varchar, message_zh varchar
);

create or replace table staging.main.rule_term (
    rule varchar, instance varchar, metric varchar, year_offset tinyint, coefficient tinyint, is_result boolean
);
