-- How much can be loaded, how much is still being read, and whether more may come.
select
    count(*) filter (where state = 'extracted' or (state = 'received' and kind in ('facts', 'roster'))) as ready,
    count(*) filter (where state in ('received', 'extracting') and kind in ('document', 'archive')) as coming,
    (select count(*) from run where state = 'open') as open
from run_document
where state in ('received', 'extracting', 'extracted');
