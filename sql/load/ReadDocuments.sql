-- Documents that another extractor read, the newest first.
select sha256, file, source
from document
where extractor_version <> $version
order by loaded_at desc nulls last, sha256;
