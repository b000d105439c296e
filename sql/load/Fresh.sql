-- A document that is taken in already is left as it is, however it is read now.
delete from staging.main.fact where sha256 in (select sha256 from document);

delete from staging.main.finding where sha256 in (select sha256 from document);

delete from staging.main.report where sha256 in (select sha256 from document);

delete from staging.main.document where sha256 in (select sha256 from document);
