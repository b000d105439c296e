-- One metric over years: how many and how much.
select year, count(*) as n, sum(whole) as total
from observation
where metric_id = (select metric_id from dim_metric where metric = 'requests.received.total') and scope = 'own' and state = 'number'
group by year
order by year;
