delete from dismissal where sha256 in (select unnest(cast($hashes as varchar[])));
