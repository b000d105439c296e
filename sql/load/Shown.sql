-- Of copies of the same facts the one of the best source, then the one published last, then the one with the greatest
-- hash, is the one a report shows its cells and findings from, not the one that came first.
create or replace temp table shown as
select
    report.report_id, staged.document_no, document.sha256, staged.agency_printed, staged.form_2, staged.form_3, staged.form_4
from staging.main.report staged
join staging.main.document document using (document_no)
join dim_agency agency on agency.code = staged.agency_code
join report
    on report.agency_id = agency.agency_id and report.year = staged.year
    and report.scope = staged.scope and report.facts_sha256 = staged.facts_sha256
join document before on before.sha256 = report.document_sha256
where document.sha256 <> before.sha256
    and (document.source_rank, coalesce(document.published, date '0001-01-01'), document.sha256)
        > (before.source_rank, coalesce(before.published, date '0001-01-01'), before.sha256)
qualify row_number() over (
    partition by report.report_id order by document.source_rank desc, document.published desc nulls last, document.sha256 desc
) = 1;

update report
set
    document_sha256 = shown.sha256, agency_printed = shown.agency_printed,
    form_2 = shown.form_2, form_3 = shown.form_3, form_4 = shown.form_4
from shown
where shown.report_id = report.report_id;

delete from printed_table where report_id in (select report_id from shown);

delete from cell_text where report_id in (select report_id from shown);

delete from finding where report_id in (select report_id from shown);

-- The reports whose cells come with this batch.
create or replace temp table arrived as
select report.report_id, document.document_no
from report
join staging.main.document document on document.sha256 = report.document_sha256
join staging.main.report staged on staged.document_no = document.document_no;

delete from rule_wide where report_id in (select report_id from arrived);
