-- Quarantined documents nobody has dealt with, the newest first: each once, as it stands after its last attempt.
with ranked as (
    select *, row_number() over (partition by sha256 order by document_id desc) as attempt
    from run_document
    where sha256 in (select sha256 from run_document where state = 'quarantined') and state not in ('known', 'unpacked', 'cancelled')
)
select
    document_id, run_id, parent_id, position, name, kind, path, sha256, bytes, source, state, reason, agency, year, facts, errors, warnings,
    attempts, node, received_at, started_at, extracted_at, finished_at, count(*) over () as total
from ranked
where attempt = 1 and state = 'quarantined' and sha256 not in (select sha256 from dismissal)
order by document_id desc
limit $limit offset $offset;
