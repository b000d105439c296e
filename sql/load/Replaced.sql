-- Reports that are shown from a document read again get its cells and findings anew; those that no document has any more do not
-- count any more, and go with the next publication.
delete from printed_table where report_id in (select report_id from arrived);

delete from cell_text where report_id in (select report_id from arrived);

delete from finding where report_id in (select report_id from arrived);

update report
set is_current = false
where report_id in (select report_id from again) and report_id not in (select report_id from document where report_id is not null);

-- A copy that is left shows the report now.
update report
set document_sha256 = copy.sha256
from (select report_id, max(sha256) as sha256 from document where report_id in (select report_id from again) group by report_id) copy
where copy.report_id = report.report_id and report.document_sha256 not in (select sha256 from document where report_id = report.report_id);
