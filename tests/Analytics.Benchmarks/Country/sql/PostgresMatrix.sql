select metric_id, year, count(*) as n, sum(value) as total
from fact
where scope = 0 and state = 0 and not is_disputed and has_unit and metric_id <> all (array[{rates}])
group by metric_id, year
order by metric_id, year;
