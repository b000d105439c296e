update run
set state = $state, finished_at = case when $state in ('publishing', 'review') then null else $now end, error = $error
where run_id = $run_id and state = 'running';
