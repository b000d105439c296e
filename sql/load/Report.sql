-- Staged reports with facts that are not known yet become versions; the same facts again are copies of one.
insert into report by name
with staged as (
    select staged.*, agency.agency_id, document.sha256, document.published, document.source_rank
    from staging.main.report staged
    join staging.main.document document using (document_no)
    join dim_agency agency on agency.code = staged.agency_code
),
fresh as (
    select *
    from staged
    where not exists (
        select 1 from report known
        where known.agency_id = staged.agency_id and known.year = staged.year
            and known.scope = staged.scope and known.facts_sha256 = staged.facts_sha256
    )
    qualify row_number() over (
        partition by agency_id, year, scope, facts_sha256
        order by source_rank desc, published desc nulls last, sha256 desc
    ) = 1
)
select
    (select coalesce(max(report_id), 0) from report)
        + row_number() over (order by agency_id, year, scope, facts_sha256) as report_id,
    agency_id, year, scope, agency_printed, form_2, form_3, form_4, published,
    sha256 as document_sha256, facts_sha256, 0 as version, false as is_current, source_rank, is_synthetic
from fresh;
