-- Sum and count of every metric in every year, of reports for a body's own figures, without what does not count.
select metric_id, year, count(*) as n, sum(whole) as whole, sum(millionths) as millionths
from observation
where scope = 'own' and state = 'number' and not is_disputed and has_unit
group by metric_id, year
order by metric_id, year;
