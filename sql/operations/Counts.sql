-- What the tiles of the page show. What failed is counted until it was tried again, or for the day where nothing is here to be tried again.
with open as (
    select document_id, sha256, state, finished_at
    from run_document
    where state in ('failed', 'quarantined')
),
last as (
    select sha256, max(document_id) as document_id
    from run_document
    where state not in ('known', 'unpacked', 'cancelled') and sha256 in (select sha256 from open)
    group by sha256
),
standing as (
    select
        count(*) filter (where open.state = 'failed') as failed,
        count(*) filter (where open.state = 'quarantined' and open.sha256 not in (select sha256 from dismissal)) as quarantined
    from open
    join last on last.document_id = open.document_id
),
flow as (
    select
        count(*) filter (where state in ('fetching', 'received')) as queued,
        count(*) filter (where state in ('extracting', 'extracted')) as running,
        count(*) filter (where state = 'loaded' and finished_at >= $since) as loaded_since,
        count(*) filter (where state = 'failed' and sha256 is null and finished_at >= $since) as never_here
    from run_document
)
select flow.queued, flow.running, flow.loaded_since, flow.never_here + standing.failed as failed, standing.quarantined
from flow
cross join standing;
