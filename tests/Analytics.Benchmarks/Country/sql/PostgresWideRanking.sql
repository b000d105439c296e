select agency_id, "requests.received.total", rank() over (order by "requests.received.total" desc) as rank
from wide
where year = 2023 and scope = 0 and "requests.received.total" is not null
order by rank, agency_id
limit 50;
