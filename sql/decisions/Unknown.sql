-- Decisions about findings that no current report has.
select staged.agency_code, staged.year, staged.rule
from staging.main.mark staged
where not exists (
    select 1
    from finding
    join report using (report_id)
    join dim_agency agency using (agency_id)
    where report.is_current and agency.code = staged.agency_code and report.year = staged.year and report.scope = staged.scope
        and finding.rule = staged.rule and array_to_string(finding.metrics, ',') = staged.metrics
        and finding.printed is not distinct from staged.printed
)
order by all;
