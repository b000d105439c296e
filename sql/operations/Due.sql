-- What is due, in one look: addresses to fetch, documents that wait for a batch, what can be loaded, what is still being
-- read, runs that more may come to, runs whose documents have all come to an end, and those that readers are to see.
select
    count(*) filter (where state = 'fetching') as to_fetch,
    count(*) filter (where state = 'received' and batch_id is null and kind in ('document', 'archive')) as waiting,
    count(*) filter (where state = 'extracted' or (state = 'received' and kind in ('facts', 'roster'))) as ready,
    count(*) filter (where state in ('received', 'extracting') and kind in ('document', 'archive')) as coming,
    (select count(*) from run where state = 'open') as open,
    (select count(*) from run_ended) as to_settle,
    (select count(*) from run_unseen) as to_publish
from run_document
where state in ('fetching', 'received', 'extracting', 'extracted');
