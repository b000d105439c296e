-- R11: not the tables of the year before, cell by cell, while something happened.
insert into breach
select suspect.report_id, 'R11', null, null, null
from suspect
join suspect_cell cell using (report_id)
join dim_metric metric using (metric_id)
where suspect.kind = 'copy' and metric.kind = 'flow' and cell.mark = 1 and cell.value >= 1
group by suspect.report_id
having count(*) >= 3;
