-- What became of documents when they were loaded; what is loaded is, though its run was cancelled meanwhile.
update run_document
set
    state = result.state, reason = result.reason, agency = coalesce(result.agency, run_document.agency), year = coalesce(result.year, run_document.year),
    facts = result.facts, errors = result.errors, warnings = result.warnings, finished_at = $now
from (
    select
        unnest(cast($document_id as varchar[])) as document_id, unnest(cast($state as varchar[])) as state, unnest(cast($reason as varchar[])) as reason,
        unnest(cast($agency as varchar[])) as agency, unnest(cast($year as smallint[])) as year, unnest(cast($facts as integer[])) as facts,
        unnest(cast($errors as integer[])) as errors, unnest(cast($warnings as integer[])) as warnings
) result
where run_document.document_id = result.document_id and run_document.state in ('extracted', 'received', 'cancelled');
