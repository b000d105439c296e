-- What became of an address: its document is here, or why not.
update run_document
set
    state = $state, reason = $reason, name = $name, kind = $kind, sha256 = $sha256, bytes = $bytes, attempts = attempts + 1,
    finished_at = case when $state = 'received' then null else cast($now as timestamp) end
where document_id = $document_id and state = 'fetching';

update address
set etag = $etag, last_modified = $last_modified, sha256 = coalesce($sha256, sha256), fetched_at = $now, outcome = $outcome, reason = $reason
where url = $url;
