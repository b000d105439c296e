-- The documents of a run with their way. '' is any state; waiting and unsuccessful are groups of them.
select
    document_id, run_id, parent_id, position, name, kind, path, sha256, bytes, source, state, reason, agency, year, facts, errors, warnings, attempts,
    node, received_at, started_at, extracted_at, finished_at, count(*) over () as total
from run_document
where run_id = $run_id and (
    $state = '' or state = $state
    or ($state = 'waiting' and state in ('fetching', 'received', 'extracting', 'extracted'))
    or ($state = 'unsuccessful' and state in ('failed', 'cancelled')))
order by position, document_id
limit $limit offset $offset;
