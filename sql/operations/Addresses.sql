-- All listed addresses with what became of each.
select url, agency, year, etag, last_modified, sha256, fetched_at, outcome, reason, listed_at, count(*) over () as total
from address
order by listed_at desc, url
limit $limit offset $offset;
