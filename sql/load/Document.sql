-- Every staged document, with the report it carries.
insert into document by name
select
    staged.sha256, staged.file, report.report_id, staged.source, staged.source_rank, staged.published, staged.note,
    staged.extractor_version, staged.reason, staged.extracted, staged.loaded_at
from staging.main.document staged
left join staging.main.report content using (document_no)
left join dim_agency agency on agency.code = content.agency_code
left join report
    on report.agency_id = agency.agency_id and report.year = content.year
    and report.scope = content.scope and report.facts_sha256 = content.facts_sha256
where not exists (select 1 from document known where known.sha256 = staged.sha256)
qualify row_number() over (partition by staged.sha256 order by staged.file) = 1;
