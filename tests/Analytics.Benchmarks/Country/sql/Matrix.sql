-- Sum and count of every metric in every year, of reports for a body's own figures, without what does not count. Rates are not added.
select sums.metric_id, sums.year, sum(sums.counted) as n, sum(sums.whole) as whole, sum(sums.millionths) as millionths
from mart_region_year sums
join dim_metric metric using (metric_id)
where sums.scope = 'own' and metric.kind <> 'rate' and sums.counted > 0
group by sums.metric_id, sums.year
order by sums.metric_id, sums.year;
