-- Runs that wait to be seen, also those that were cancelled after something of them was loaded.
select run_id
from run
where state = 'publishing' or (state = 'cancelled' and published_version is null and exists (
    select 1 from run_document where run_document.run_id = run.run_id and run_document.state = 'loaded'));
