-- Old runs that have come to an end go, with their documents' rows and log lines; what is quarantined stays until dealt with.
create or replace temp table retired as
select run_id
from run
where state in ('succeeded', 'failed', 'cancelled') and finished_at < $before
    and run_id not in (
        select held.run_id
        from run_document held
        where held.state = 'quarantined' and held.sha256 not in (select sha256 from dismissal)
            and not exists (select 1 from run_document later where later.sha256 = held.sha256 and later.document_id > held.document_id and later.state <> 'known'));

delete from run_log where run_id in (select run_id from retired);

delete from run_document where run_id in (select run_id from retired);

delete from run where run_id in (select run_id from retired);

select count(*) from retired;
