-- The last lines of a run's log, in their order.
select logged_at, line, level, node, message
from (
    select *, row_number() over (order by logged_at desc, node desc, line desc) as back
    from run_log
    where run_id = $run_id
) numbered
where back <= $limit
order by back desc;
