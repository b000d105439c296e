-- What can be loaded, in the order it came.
select document_id, run_id, parent_id, position, name, kind, path, sha256, bytes, source, sidecar, attempts,
    (select run.origin from run where run.run_id = run_document.run_id) as origin,
    (select run.approved_by from run where run.run_id = run_document.run_id) as approved_by
from run_document
where state = 'extracted' or (state = 'received' and kind in ('facts', 'roster'))
order by received_at, position
limit $limit;
