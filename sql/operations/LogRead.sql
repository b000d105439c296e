select logged_at, line, level, node, message
from run_log
where run_id = $run_id
order by logged_at, node, line
limit $limit offset $offset;
