-- The corrections of one cell no longer count; the report's rows in the marts are out of date.
insert into mart_pending
select report_id
from report
join dim_agency agency using (agency_id)
where agency.code = $agency and report.year = $year and report.scope = $report_scope and report.is_current;

update correction
set is_withdrawn = true, withdrawn_by = $author, withdrawn_at = $at
where not is_withdrawn and year = $year and scope = $report_scope and metric = $metric
    and agency_id = (select agency_id from dim_agency where code = $agency);
