-- Which version counts is decided by publication date, then by content, never by arrival.
with dated as (
    select report.report_id, max(document.published) as published
    from report
    join document using (report_id)
    group by report.report_id
),
ranked as (
    select
        report.report_id,
        dated.published,
        row_number() over (
            partition by agency_id, year, scope order by dated.published nulls first, facts_sha256
        ) as version,
        row_number() over (
            partition by agency_id, year, scope order by dated.published desc nulls last, facts_sha256 desc
        ) = 1 as is_current
    from report
    join dated using (report_id)
)
update report
set version = ranked.version, is_current = ranked.is_current, published = ranked.published
from ranked
where ranked.report_id = report.report_id;
