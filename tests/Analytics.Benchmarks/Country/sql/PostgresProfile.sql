select metric_id, year, value
from fact
where agency_id = 4321
order by metric_id, year;
