-- The last appearance of documents, named by their content. What has no bytes of its own (rows of facts, what an archive could not
-- give out) is the file it came in.
with ranked as (
    select *, row_number() over (partition by sha256 order by document_id desc) as attempt
    from run_document
    where sha256 in (select unnest(cast($hashes as varchar[]))) and state not in ('known', 'unpacked')
),
chosen as (
    select coalesce(whole.document_id, ranked.document_id) as document_id
    from ranked
    left join run_document whole on whole.document_id = ranked.parent_id and (ranked.kind = 'facts' or whole.sha256 = ranked.sha256)
    where ranked.attempt = 1
)
select document_id, run_id, parent_id, position, name, kind, path, sha256, bytes, source, sidecar, attempts,
    (select run.origin from run where run.run_id = run_document.run_id) as origin,
    (select run.approved_by from run where run.run_id = run_document.run_id) as approved_by
from run_document
where document_id in (select document_id from chosen)
order by received_at, position, document_id;
