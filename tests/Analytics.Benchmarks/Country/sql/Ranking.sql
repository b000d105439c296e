-- The first fifty of a year.
select agency_id, whole, rank() over (order by whole desc) as rank
from observation
where metric_id = (select metric_id from dim_metric where metric = 'requests.received.total') and year = 2023 and scope = 'own' and state = 'number'
order by rank, agency_id
limit 50;
