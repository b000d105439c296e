-- What was read again is to be loaded.
update run set state = 'running', approved_by = $author where run_id = $run_id and state = 'review';

update run_document
set state = 'extracted', finished_at = null
where run_id = $run_id and state = 'compared' and run_id in (select run_id from run where approved_by is not null);
