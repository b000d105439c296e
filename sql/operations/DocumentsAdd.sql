insert into run_document (
    document_id, run_id, parent_id, position, name, kind, path, sha256, bytes, source, sidecar, state, reason, facts, errors, warnings, attempts,
    batch_id, node, received_at, finished_at
)
select
    document_id, run_id, parent_id, position, name, kind, path, sha256, bytes, source, sidecar, state, reason, 0, 0, 0, 0,
    batch_id, node, $now, case when state in ('known', 'quarantined', 'failed') then cast($now as timestamp) end
from (
    select
        unnest(cast($document_id as varchar[])) as document_id, unnest(cast($run_id as varchar[])) as run_id, unnest(cast($parent_id as varchar[])) as parent_id,
        unnest(cast($position as integer[])) as position, unnest(cast($name as varchar[])) as name, unnest(cast($kind as varchar[])) as kind,
        unnest(cast($path as varchar[])) as path, unnest(cast($sha256 as varchar[])) as sha256, unnest(cast($bytes as bigint[])) as bytes,
        unnest(cast($source as varchar[])) as source, unnest(cast($sidecar as varchar[])) as sidecar, unnest(cast($state as varchar[])) as state,
        unnest(cast($reason as varchar[])) as reason, unnest(cast($batch_id as varchar[])) as batch_id, unnest(cast($node as varchar[])) as node
) fresh;
