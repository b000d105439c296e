-- What people said of documents.
select sha256, region_code as region, agency, year, cast(scope as varchar) as report_scope, reason, author, assigned_at
from assignment
where list_contains($hashes, sha256);
