create table if not exists schema_migration (name varchar not null, sha256 varchar not null, applied_at timestamp not null);

select name, sha256 from schema_migration order by name;
