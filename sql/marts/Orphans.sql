-- Reports that no document has any more: what is derived from them is gone, and now they are.
create or replace temp table orphan as
select report_id from report where report_id not in (select report_id from document where report_id is not null);

delete from printed_table where report_id in (select report_id from orphan);

delete from cell_text where report_id in (select report_id from orphan);

delete from finding where report_id in (select report_id from orphan);

delete from rule_wide where report_id in (select report_id from orphan);

delete from report where report_id in (select report_id from orphan);
