-- How many documents another extractor than this read, and how many there are; for those who see the country.
select count(*) filter (where extractor_version <> $version) as others, count(*) as documents
from document
where is_within(0, $scope);
