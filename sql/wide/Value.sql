-- One metric of a wide table, where it has a number.
select cast({number} as smallint) as metric_id, year, agency_id, scope, report_id, {form} as form, {value} as value from {wide} where {value} is not null
