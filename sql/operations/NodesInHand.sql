-- Living nodes, each with the documents that were dealt to it and that it has not finished.
select node.node, count(document.document_id) as in_hand
from node
left join run_document document on document.node = node.node and document.state in ('received', 'extracting')
where node.seen_at >= $since
group by node.node
order by node.node;
