update run_document
set batch_id = $batch_id, node = $node
where document_id in (select unnest(cast($documents as varchar[]))) and state = 'received' and batch_id is null;
