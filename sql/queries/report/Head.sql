-- A report's head: who, when, which version, from which document, on which forms. It is due on 31 January of the next year,
-- a government's on 31 March, and the first publication counts: null where nobody knows the day.
with own as (
    select report.*, agency.code, agency.name, agency.short_name, agency.region_path, agency.is_government
    from report
    join visible($scope) agency using (agency_id)
    where report.report_id = $report_id
),
first_published as (
    select min(report.published) as published
    from report
    join own using (agency_id, year)
),
pages as (
    select min(page) as first_page, max(page) as last_page from printed_cell where report_id = $report_id
)
select
    own.report_id, own.code as agency, own.name as agency_name, own.short_name, own.agency_printed, own.region_path, own.year,
    own.scope as report_scope, own.version, own.is_current, own.form_2, own.form_3, own.form_4, own.published, own.is_synthetic,
    document.file, document.sha256, document.source, document.note, document.extractor_version, document.loaded_at,
    case when own.is_government then make_date(own.year + 1, 3, 31) else make_date(own.year + 1, 1, 31) end as due_on,
    first_published.published as first_published, pages.first_page, pages.last_page
from own
join document on document.sha256 = own.document_sha256
cross join first_published
cross join pages;
