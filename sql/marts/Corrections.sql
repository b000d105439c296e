-- The corrections that count now.
delete from mart_correction;

insert into mart_correction
select report_id, metric_id, state, value from active_correction;
