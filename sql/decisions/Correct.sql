-- A correction of one cell; the report's rows in the marts are out of date.
insert into correction by name
select
    agency_id, $year as year, $report_scope as scope, $metric as metric, $expected_state as expected_state,
    cast($expected_value as decimal(18, 6)) as expected_value, $state as state, cast($value as decimal(18, 6)) as value,
    $reason as reason, $author as author, $at as corrected_at, false as is_withdrawn
from dim_agency
where code = $agency;

insert into mart_pending
select report_id
from report
join dim_agency agency using (agency_id)
where agency.code = $agency and report.year = $year and report.scope = $report_scope and report.is_current;
