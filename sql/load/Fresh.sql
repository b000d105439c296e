-- A document that is taken in already is left as it is, however it is read now, unless it is meant to be read again.
create or replace temp table taken_in as
select document_no from staging.main.document where sha256 in (select sha256 from document) and not is_again;

delete from staging.main.printed_table where document_no in (select document_no from taken_in);

delete from staging.main.cell_text where document_no in (select document_no from taken_in);

delete from staging.main.finding where document_no in (select document_no from taken_in);

delete from staging.main.report where document_no in (select document_no from taken_in);

delete from staging.main.document where document_no in (select document_no from taken_in);
