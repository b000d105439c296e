-- A document is taken in once, and is either loaded or quarantined with a reason.
with failing as (
    select sha256, 'twice' as why from document group by sha256 having count(*) > 1
    union all
    select sha256, 'neither loaded nor quarantined' from document where (report_id is null) = (reason is null)
)
select
    (select count(*) from document) as covered,
    (select coalesce(list(cast(failing as varchar)), []) from failing) as failing;
