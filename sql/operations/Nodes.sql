-- Nodes with what each did: documents read in the last hour, documents in hand.
select
    node.node, node.role, node.host, node.process_id, node.cores, node.started_at, node.seen_at,
    count(document.document_id) filter (where document.state = 'extracting') as in_hand,
    count(document.document_id) filter (where document.extracted_at >= $since) as extracted_since
from node
left join run_document document on document.node = node.node and (document.state = 'extracting' or document.extracted_at >= $since)
group by node.node, node.role, node.host, node.process_id, node.cores, node.started_at, node.seen_at
order by node.role, node.node;
