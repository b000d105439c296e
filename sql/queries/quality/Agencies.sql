-- Agencies by their open findings, those with most errors first.
with amiss as (
    select
        report.agency_id, count(*) filter (where finding.severity = 'error') as errors,
        count(*) filter (where finding.severity = 'warning') as warnings, count(*) filter (where finding.severity = 'info') as notes
    from finding
    join report using (report_id)
    where report.is_current and finding.state = 'open' and report.year between $first_year and $last_year
    group by report.agency_id
)
select agency.code as agency, agency.short_name as agency_name, agency.region_path, errors, warnings, notes, count(*) over () as total
from amiss
join members($scope, $within, $level, $sector) agency using (agency_id)
order by errors desc, warnings desc, notes desc, agency.place, agency.code
limit $limit offset $offset;
