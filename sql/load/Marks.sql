-- A person's decision about a finding stands when the same is found again.
update finding
set state = mark.state
from report
join current_mark mark on mark.agency_id = report.agency_id and mark.year = report.year and mark.scope = report.scope
where report.report_id = finding.report_id
    and finding.report_id in (select report_id from arrived)
    and mark.rule = finding.rule and mark.metrics = finding.metrics and mark.printed is not distinct from finding.printed;
