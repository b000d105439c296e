-- Addresses of runs that are to be fetched.
select document.document_id, document.run_id, document.position, document.source, document.sidecar, document.attempts, address.etag, address.last_modified
from run_document document
join address on address.url = document.source
where document.state = 'fetching'
order by document.received_at, document.position
limit $limit;
