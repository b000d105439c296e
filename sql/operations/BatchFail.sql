-- The machine, not the documents, is at fault: they can be tried again.
update run_document
set state = 'failed', reason = $reason, finished_at = $now
where batch_id = $batch_id and state in ('received', 'extracting');
