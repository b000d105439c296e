update run_document
set state = 'cancelled', finished_at = $now
where run_id = $run_id and state in ('fetching', 'received', 'extracting', 'extracted', 'compared');

update run set state = 'cancelled', finished_at = $now where run_id = $run_id and state in ('open', 'running', 'review');
