-- Whether the reports of the warehouse are synthetic; no row where there are none.
select distinct is_synthetic from report;
