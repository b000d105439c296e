-- Which of these contents came before, when and under which name. What was kept out when it came may come again, and so may an
-- archive of which something was not taken in.
select sha256, name, received_at, state
from (
    select *, row_number() over (partition by sha256 order by document_id desc) as attempt
    from run_document
    where sha256 in (select unnest(cast($hashes as varchar[]))) and state not in ('known', 'quarantined', 'cancelled', 'failed')
        and not (state = 'unpacked' and exists (
            select 1
            from run_document part
            where part.run_id = run_document.run_id and part.parent_id = run_document.document_id and part.state in ('cancelled', 'failed')))
) ranked
where attempt = 1;
