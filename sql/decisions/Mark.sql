-- Decisions about findings: kept for when the same is found again, and in force at once.
create or replace temp table marked as
select distinct
    agency.agency_id, staged.year, staged.scope, staged.rule, case when staged.metrics = '' then [] else string_split(staged.metrics, ',') end as metrics,
    staged.printed
from staging.main.mark staged
join dim_agency agency on agency.code = staged.agency_code;

insert into finding_mark by name
select *, $state as state, $reason as reason, $author as author, $at as marked_at
from marked;

update finding
set state = $state
from report
join marked on marked.agency_id = report.agency_id and marked.year = report.year and marked.scope = report.scope
where report.report_id = finding.report_id
    and marked.rule = finding.rule and marked.metrics = finding.metrics and marked.printed is not distinct from finding.printed;

insert into mart_pending
select distinct report.report_id
from report
join marked on marked.agency_id = report.agency_id and marked.year = report.year and marked.scope = report.scope
where report.is_current;
