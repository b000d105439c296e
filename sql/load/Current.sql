-- Which version counts is decided by source, publication date and content, never by arrival.
create or replace temp table reranked as
with touched as (
    select distinct agency_id, year, scope
    from report
    where report_id in (select report_id from document where sha256 in (select sha256 from staging.main.document))
        or report_id in (select report_id from again)
),
dated as (
    select
        report.report_id, max((document.source_rank, coalesce(document.published, date '0001-01-01'))) as best,
        max(document.published) as published
    from report
    join touched using (agency_id, year, scope)
    join document using (report_id)
    group by report.report_id
)
select
    report.report_id, dated.published, dated.best[1] as source_rank,
    row_number() over (partition by agency_id, year, scope order by dated.best, facts_sha256) as version,
    row_number() over (partition by agency_id, year, scope order by dated.best desc, facts_sha256 desc) = 1 as is_current
from report
join dated using (report_id);

insert into mart_pending
select report_id
from report
join reranked using (report_id)
where report.is_current <> reranked.is_current;

update report
set version = reranked.version, is_current = reranked.is_current, published = reranked.published, source_rank = reranked.source_rank
from reranked
where reranked.report_id = report.report_id;
