insert into schema_migration values ($name, $sha256, $applied_at);
