-- Which of these contents other documents have brought to an end.
select distinct sha256
from run_document
where sha256 in (select unnest(cast($hashes as varchar[]))) and state in ('loaded', 'quarantined')
    and document_id not in (select unnest(cast($documents as varchar[])));
