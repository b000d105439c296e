-- Batches with unfinished documents, and whether a living node is at work on each.
select batch_id, bool_or(state = 'extracting' and node is not null and node in (select unnest(cast($nodes as varchar[])))) as is_at_work
from run_document
where state in ('received', 'extracting') and batch_id is not null
group by batch_id;
