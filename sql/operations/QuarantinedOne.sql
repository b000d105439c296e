-- One document as it stands after its last attempt, with what stands beside it in the quarantine's queue.
with ranked as (
    select *, row_number() over (partition by sha256 order by document_id desc) as attempt
    from run_document
    where sha256 is not null and state not in ('known', 'unpacked', 'cancelled')
),
queue as (
    select
        sha256, lag(sha256) over (order by document_id desc) as previous, lead(sha256) over (order by document_id desc) as next,
        row_number() over (order by document_id desc) as place, count(*) over () as total
    from ranked
    where attempt = 1 and state = 'quarantined' and sha256 not in (select sha256 from dismissal)
)
select
    ranked.run_id, ranked.name, ranked.path, ranked.sha256, ranked.bytes, ranked.source, ranked.state, ranked.reason, ranked.received_at, ranked.finished_at,
    dismissal.reason as dismissed_for, dismissal.author as dismissed_by, queue.previous, queue.next, queue.place, queue.total
from ranked
left join queue on queue.sha256 = ranked.sha256
left join dismissal on dismissal.sha256 = ranked.sha256
where ranked.attempt = 1 and ranked.sha256 = $sha256;
