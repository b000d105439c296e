select year, count(*) as n, sum(value) as total
from fact
where metric_id = {received} and scope = 0 and state = 0
group by year
order by year;
