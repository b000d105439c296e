-- What the numbers mean: filled from sql/seeds whenever the seeds change.
create table seed_state (
    seeds_sha256 varchar not null
);

create table dim_region (
    code varchar not null,
    valid_from date,            -- null: not bounded
    valid_to date,              -- null: still stands
    name varchar not null,
    short varchar not null,
    level varchar not null,     -- country, province, prefecture, county
    parent varchar,             -- null: the country
    is_zone boolean not null,
    path varchar not null,      -- 浙江省/杭州市/拱墅区
    lineage varchar[] not null, -- own code and those of all regions above, CN last
    pinyin varchar not null,
    initials varchar not null
);

create table region_event (
    date date not null,
    kind varchar not null,
    codes varchar[] not null,   -- all regions it touches
    note_zh varchar not null,
    source varchar not null
);

create table dim_metric (
    metric_id smallint not null,
    metric varchar not null,
    is_derived boolean not null,
    position integer not null,  -- order of the form
    form_table varchar not null,
    forms varchar[] not null,
    label_zh varchar not null,
    label_en varchar not null,
    unit varchar not null,
    kind varchar not null,      -- flow, stock, rate, sum
    min_denominator integer,
    polarity varchar not null,
    since integer not null,
    until integer,
    note varchar not null
);

create table derived_term (
    metric_id smallint not null,
    term_id smallint not null,
    is_denominator boolean not null,
    coefficient tinyint not null
);

create table dim_rule (
    rule varchar not null,
    scope varchar not null,
    severity varchar not null,
    formula varchar not null,
    applies varchar not null,
    cells varchar not null,
    name_zh varchar not null,
    message_zh varchar not null
);

create table rule_term (
    rule varchar not null,
    instance varchar not null,
    metric_id smallint not null,
    year_offset tinyint not null,
    coefficient tinyint not null,
    is_result boolean not null
);
