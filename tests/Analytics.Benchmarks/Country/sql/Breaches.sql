-- Every breach in the country, as kept since the publication that found it.
select finding.report_id, finding.rule, array_to_string(finding.metrics, ',') as metrics, finding.expected, finding.printed
from finding
join report using (report_id)
where report.is_current and finding.rule in ('R01', 'R02', 'R03', 'R04', 'R07', 'R08', 'R10', 'R11', 'R17', 'R21', 'R22');
