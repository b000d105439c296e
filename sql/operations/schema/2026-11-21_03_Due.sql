-- Runs all of whose documents have come to an end, and runs that readers have not seen yet, also those that were cancelled
-- after something of them was loaded.
create view run_ended as
select run.run_id
from run
where run.state = 'running' and not exists (
    select 1
    from run_document document
    where document.run_id = run.run_id and document.state in ('fetching', 'received', 'extracting', 'extracted'));

create view run_unseen as
select run.run_id
from run
where run.state = 'publishing' or (run.state = 'cancelled' and run.published_version is null and exists (
    select 1
    from run_document document
    where document.run_id = run.run_id and document.state = 'loaded'));
