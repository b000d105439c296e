-- Runs all of whose documents have come to an end, with what became of them.
select
    ended.run_id, count(document.document_id) filter (where document.state in ('loaded', 'quarantined')) > 0 as has_changed,
    count(document.document_id) filter (where document.state = 'failed') > 0 as has_failed,
    count(document.document_id) filter (where document.state = 'compared') > 0 as is_to_review,
    count(document.document_id) filter (where document.document_id in (select document_id from reread_change)) > 0 as has_differences
from run_ended ended
left join run_document document on document.run_id = ended.run_id
group by ended.run_id;
