-- The file name of a loaded document that the asker may see.
select document.file
from document
join report using (report_id)
join visible($scope) agency using (agency_id)
where document.sha256 = $sha256;
