-- What would change, document by document.
select
    change.document_id, document.name, document.sha256, change.agency, change.year, change.metric, change.before, change.after, count(*) over () as total
from reread_change change
join run_document document on document.document_id = change.document_id
where change.run_id = $run_id
order by document.position, document.document_id, change.metric
limit $limit offset $offset;
