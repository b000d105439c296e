-- The documents of a batch that nobody has finished become this node's; of two nodes that ask at once the first has them.
with waiting as (
    select document_id from run_document where batch_id = $batch_id and state in ('received', 'extracting') for update skip locked
)
update run_document
set state = 'extracting', node = $node, attempts = attempts + 1, started_at = $now
where document_id in (select document_id from waiting);

update run
set started_at = $now
where started_at is null and run_id in (select run_id from run_document where batch_id = $batch_id and state = 'extracting');

select
    document.document_id, document.run_id, document.parent_id, document.position, document.name, document.kind, document.path, document.sha256,
    document.bytes, document.source, document.sidecar, document.attempts, run.origin, run.approved_by
from run_document document
join run on run.run_id = document.run_id
where document.batch_id = $batch_id and document.state = 'extracting' and document.node = $node
order by document.received_at, document.position;
