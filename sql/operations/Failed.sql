-- Documents that no fault of theirs kept out and that were not tried again: all, or those of a run.
select
    document_id, run_id, parent_id, position, name, kind, path, sha256, bytes, source, sidecar, attempts,
    (select run.origin from run where run.run_id = broken.run_id) as origin,
    (select run.approved_by from run where run.run_id = broken.run_id) as approved_by
from run_document broken
where state = 'failed' and sha256 is not null and ($run_id = '' or run_id = $run_id)
    and not exists (
        select 1 from run_document later where later.sha256 = broken.sha256 and later.document_id > broken.document_id and later.state not in ('known', 'unpacked', 'cancelled'))
order by received_at, position;
