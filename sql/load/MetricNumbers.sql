-- Which number stands for which metric.
select metric, metric_id from dim_metric;
