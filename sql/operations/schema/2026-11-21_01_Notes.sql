-- Letters that were sent to agencies about their reports, and what became of each. Days are those of the calendar; times are UTC.
create table note (
    note_id varchar not null,
    agency varchar not null,             -- code
    year smallint not null,              -- of the report
    findings integer not null,           -- that the letter names
    letter varchar not null,             -- as sent
    sent_on date not null,
    sent_by varchar not null,
    due_on date not null,                -- by when an answer is asked for
    due_by varchar not null,             -- who set that day last
    answered_on date,
    answered_by varchar,                 -- who noted the answer
    answer varchar,
    closed_on date,
    closed_by varchar,
    closing varchar,                     -- how it ended
    changed_at timestamp not null
);
