-- One process at a time brings the schema up to date; two that create a table at once would not both succeed.
do $$ begin perform pg_advisory_xact_lock(hashtext('analytics.operations')); end $$;

create table if not exists schema_migration (name varchar not null, sha256 varchar not null, applied_at timestamp not null);

select name, sha256 from schema_migration order by name;
