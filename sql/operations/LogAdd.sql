insert into run_log (run_id, logged_at, line, level, node, message)
select
    unnest(cast($run_id as varchar[])), unnest(cast($logged_at as timestamp[])), unnest(cast($line as bigint[])),
    unnest(cast($level as varchar[])), $node, unnest(cast($message as varchar[]));
