-- Addresses of pages that a person keeps under a name.
create table saved_view (
    author varchar not null,
    name varchar not null,
    address varchar not null,            -- within the site, without the leading slash
    saved_at timestamp not null
);
