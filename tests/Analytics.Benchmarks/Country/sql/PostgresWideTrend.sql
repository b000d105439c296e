select year, count("requests.received.total") as n, sum("requests.received.total") as total
from wide
where scope = 0
group by year
order by year;
