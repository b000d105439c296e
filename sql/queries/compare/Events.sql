-- Dated changes of the regions of some agencies.
select distinct agency.code as agency, event.date, event.kind, event.note_zh as note
from visible($scope) agency
join region_event event on list_has_any(event.codes, agency.lineage)
where list_contains($agencies, agency.code)
    and list_contains(event.codes, agency.region_code)
    and year(event.date) between $first_year and $last_year
order by event.date, agency.code;
