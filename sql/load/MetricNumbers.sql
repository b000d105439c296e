-- Which number stands for which metric, and the statutory table it is printed in; 0: derived.
select metric, metric_id, cast(case form_table when '二' then 2 when '三' then 3 when '四' then 4 else 0 end as utinyint) as form_table from dim_metric;
