-- Addresses of a list take the place of the same ones listed before; what is known of their documents stays.
insert into address (url, agency, year, listed_at)
select url, agency, year, $now
from (
    select unnest(cast($url as varchar[])) as url, unnest(cast($agency as varchar[])) as agency, unnest(cast($year as smallint[])) as year
) listed
where url not in (select url from address);
