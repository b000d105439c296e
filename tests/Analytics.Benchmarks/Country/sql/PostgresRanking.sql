select agency_id, value, rank() over (order by value desc) as rank
from fact
where metric_id = {received} and year = 2023 and scope = 0 and state = 0
order by rank, agency_id
limit 50;
