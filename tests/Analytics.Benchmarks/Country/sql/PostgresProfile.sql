select metric_id, year, value
from fact
where agency_id = 321
order by metric_id, year;
