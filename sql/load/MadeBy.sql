-- What a warehouse, or a published copy of it, was made by: its migrations and the definitions it was filled from.
select name || ' ' || sha256 from schema_migration
union all
select seeds_sha256 from seed_state
order by all;
