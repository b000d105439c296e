-- Runs that wait to be seen.
select run_id from run_unseen;
