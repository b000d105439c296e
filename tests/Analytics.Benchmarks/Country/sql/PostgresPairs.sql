from wide now
join wide before on before.agency_id = now.agency_id and before.scope = now.scope and before.year = now.year - 1
