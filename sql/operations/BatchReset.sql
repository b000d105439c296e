-- Nobody is at work on it any more: its documents wait again.
update run_document
set state = 'received', batch_id = null, node = null
where batch_id = $batch_id and state in ('received', 'extracting') and (state = 'received' or node is null or not node in (select unnest(cast($nodes as varchar[]))));
