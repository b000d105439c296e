-- What PostgreSQL looks rows up by; DuckDB reads columns of these sizes as fast as it would an index.
create unique index on run (run_id);

create unique index on run_document (document_id);

create index on run_document (run_id);

create index on run_document (sha256);

create index on run_document (batch_id) where state in ('received', 'extracting');

create index on run_document (state) where state in ('fetching', 'received', 'extracting', 'extracted', 'quarantined', 'failed');

create index on run_log (run_id, logged_at);

create unique index on node (node);
