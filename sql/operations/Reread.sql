-- What was read of these is gone: they wait to be read again.
update run_document
set state = 'received', batch_id = null, node = null
where document_id in (select unnest(cast($documents as varchar[]))) and state = 'extracted';
