-- What a node has extracted, unless it was cancelled or became another's meanwhile.
update run_document
set
    state = result.state, reason = result.reason, agency = result.agency, year = result.year, facts = result.facts,
    errors = result.errors, warnings = result.warnings, extracted_at = $now,
    finished_at = case when result.state in ('extracted') then null else $now end
from (
    select
        unnest(cast($document_id as varchar[])) as document_id, unnest(cast($state as varchar[])) as state, unnest(cast($reason as varchar[])) as reason,
        unnest(cast($agency as varchar[])) as agency, unnest(cast($year as smallint[])) as year, unnest(cast($facts as integer[])) as facts,
        unnest(cast($errors as integer[])) as errors, unnest(cast($warnings as integer[])) as warnings
) result
where run_document.document_id = result.document_id and run_document.state = 'extracting' and run_document.node = $node;
