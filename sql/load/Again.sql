-- Documents that are read again: what is known of them makes room for what is read now. Reports they were shown from stay until
-- it is known whether anything still is.
insert into again
select known.sha256, known.report_id
from document known
join staging.main.document staged on staged.sha256 = known.sha256
where staged.is_again;

insert into mart_pending select report_id from again where report_id is not null;

delete from document where sha256 in (select sha256 from again);
