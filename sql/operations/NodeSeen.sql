delete from node where node = $node;

insert into node (node, role, host, process_id, cores, started_at, seen_at) values ($node, $role, $host, $process_id, $cores, $started_at, $now);
