-- What documents were loaded as.
select document.sha256, agency.code as agency, agency.short_name as agency_name, report.year, report.report_id
from document
join report using (report_id)
join visible($scope) agency using (agency_id)
where list_contains($hashes, document.sha256);
