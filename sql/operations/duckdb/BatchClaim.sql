-- The documents of a batch that nobody has finished become this node's.
update run_document
set state = 'extracting', node = $node, attempts = attempts + 1, started_at = $now
where batch_id = $batch_id and state in ('received', 'extracting');

update run
set started_at = $now
where started_at is null and run_id in (select run_id from run_document where batch_id = $batch_id and state = 'extracting');

select document_id, run_id, parent_id, position, name, kind, path, sha256, bytes, source, sidecar, attempts,
    (select run.origin from run where run.run_id = run_document.run_id) as origin,
    (select run.approved_by from run where run.run_id = run_document.run_id) as approved_by
from run_document
where batch_id = $batch_id and state = 'extracting' and node = $node
order by received_at, position;
