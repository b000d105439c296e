-- Runs, the newest first, with what became of their documents. '' is any state, and any run.
with page as (
    select *, count(*) over () as total
    from run
    where ($run_id = '' or run_id = $run_id)
        and ($state = '' or state = $state or ($state = 'active' and state in ('open', 'running', 'publishing')))
    order by created_at desc, run_id desc
    limit $limit offset $offset
)
select
    page.run_id, page.origin, page.title, page.author, page.state, page.created_at, page.started_at, page.finished_at, page.published_version,
    page.error, count(document.document_id) as documents,
    count(document.document_id) filter (where document.state in ('fetching', 'received', 'extracting', 'extracted')) as waiting,
    count(document.document_id) filter (where document.state in ('extracted')) as extracted,
    count(document.document_id) filter (where document.state = 'loaded') as loaded,
    count(document.document_id) filter (where document.state = 'known') as known,
    count(document.document_id) filter (where document.state = 'quarantined') as quarantined,
    count(document.document_id) filter (where document.state in ('failed', 'cancelled')) as failed,
    cast(coalesce(sum(document.facts), 0) as bigint) as facts, page.total
from page
left join run_document document on document.run_id = page.run_id and document.state <> 'unpacked'
group by
    page.run_id, page.origin, page.title, page.author, page.state, page.created_at, page.started_at, page.finished_at, page.published_version,
    page.error, page.total
order by page.created_at desc, page.run_id desc;
