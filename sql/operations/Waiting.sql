-- Documents that wait for a batch, the oldest first.
select document_id, kind, received_at
from run_document
where state = 'received' and batch_id is null and kind in ('document', 'archive')
order by received_at, position
limit $limit;
