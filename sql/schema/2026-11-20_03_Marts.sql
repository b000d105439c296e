-- Read models, rebuilt before each publication.
create table mart_value (
    metric_id smallint not null,
    year smallint not null,
    agency_id integer not null,
    scope varchar not null,
    report_id integer not null,
    form varchar,
    state varchar not null,
    value decimal(18, 6),
    denominator decimal(18, 6),  -- of rates; null elsewhere
    is_disputed boolean not null,
    has_unit boolean not null
);

create table mart_agency (
    agency_id integer not null,
    code varchar not null,
    name varchar not null,
    short_name varchar not null,
    office varchar not null,
    sector varchar,
    region_code varchar,
    region_name varchar,
    region_path varchar,
    region_level varchar,
    lineage varchar[] not null,
    search varchar not null,     -- lower case: names, aliases, region names, pinyin
    years smallint[] not null,
    is_government boolean not null
);
