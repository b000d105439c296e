-- Who reports and on which year, said by a person where a document does not say it. It holds for the document however often it
-- is read again.
create table assignment (
    sha256 varchar not null,
    region_code varchar not null,    -- CN: the country
    agency varchar not null,         -- its name
    year smallint not null,
    scope report_scope not null,
    reason varchar not null,
    author varchar not null,
    assigned_at timestamp not null
);
