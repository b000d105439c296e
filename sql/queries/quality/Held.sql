-- What was read of a document that is not loaded, and what a person said of it. It belongs to no region: those who see the
-- country see it.
select
    document.reason, document.extracted, document.extractor_version, said.region_code as region, said.agency, said.year, cast(said.scope as varchar) as report_scope,
    said.reason as said_for, said.author as said_by
from document
left join assignment said on said.sha256 = document.sha256
where document.sha256 = $sha256 and document.report_id is null and is_within(0, $scope);
