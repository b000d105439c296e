-- What was taken in, what became of it, and when things happen. Times are UTC.
create table run (
    run_id varchar not null,
    origin varchar not null,             -- command, upload, inbox, fetch, retry, reread
    title varchar not null,
    author varchar,
    state varchar not null,              -- open (documents may still come), running, review, publishing, succeeded, failed, cancelled
    created_at timestamp not null,
    started_at timestamp,
    finished_at timestamp,
    published_version integer,
    error varchar,
    approved_by varchar                  -- of documents read again: who looked at what changes
);

create table run_document (
    document_id varchar not null,
    run_id varchar not null,
    parent_id varchar,                   -- the archive or file of facts it came in
    position integer not null,           -- order within the run
    name varchar not null,
    kind varchar not null,               -- document, archive, facts, roster
    path varchar,                        -- where it was given, for people
    sha256 varchar,                      -- names its bytes; null: not here yet
    bytes bigint not null,
    source varchar,                      -- address or citation
    sidecar varchar,                     -- JSON of what came beside it
    state varchar not null,              -- fetching, received, extracting, extracted, compared, unpacked, loaded, known, quarantined, failed, cancelled
    reason varchar,
    agency varchar,
    year smallint,
    facts integer not null,
    errors integer not null,
    warnings integer not null,
    attempts integer not null,
    batch_id varchar,
    node varchar,
    received_at timestamp not null,
    started_at timestamp,
    extracted_at timestamp,
    finished_at timestamp
);

-- What would change if documents were loaded as they are read now: a cell, or with no metric the whole document.
create table reread_change (
    run_id varchar not null,
    document_id varchar not null,
    agency varchar,                      -- name
    year smallint,
    metric varchar,
    before varchar,                      -- as printed; null: not there
    after varchar
);

create table run_log (
    run_id varchar not null,
    logged_at timestamp not null,
    line bigint not null,
    level varchar not null,              -- info, warning, error
    node varchar not null,
    message varchar not null
);

-- When recurring jobs run, as set on the page; a job without a row runs as the program has it.
create table schedule (
    job varchar not null,
    cron varchar not null,
    is_enabled boolean not null,
    changed_by varchar not null,
    changed_at timestamp not null
);

-- Processes that take part, each with its last sign of life.
create table node (
    node varchar not null,
    role varchar not null,               -- owner, worker
    host varchar not null,
    process_id integer not null,
    cores integer not null,
    started_at timestamp not null,
    seen_at timestamp not null
);

-- Quarantined documents that somebody has looked at and put aside.
create table dismissal (
    sha256 varchar not null,
    reason varchar not null,
    author varchar not null,
    dismissed_at timestamp not null
);

-- Addresses to fetch, with what is needed to ask whether something is new.
create table address (
    url varchar not null,
    agency varchar,
    year smallint,
    etag varchar,
    last_modified varchar,
    sha256 varchar,
    fetched_at timestamp,
    outcome varchar,                     -- fetched, unchanged, refused, failed
    reason varchar,
    listed_at timestamp not null
);
