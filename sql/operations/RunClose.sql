-- No more documents come.
update run set state = 'running' where run_id = $run_id and state = 'open';
