-- How many corrections of one cell are not withdrawn.
select count(*)
from correction
join dim_agency agency using (agency_id)
where agency.code = $agency and correction.year = $year and correction.scope = $report_scope and correction.metric = $metric
    and not correction.is_withdrawn;
