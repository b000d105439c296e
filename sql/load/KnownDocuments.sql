-- Documents that are taken in already.
select sha256, report_id is not null as is_loaded, reason from document where list_contains($hashes, sha256);
