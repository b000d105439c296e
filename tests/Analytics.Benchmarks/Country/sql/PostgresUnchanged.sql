not exists (select 1 from agency_change change where change.agency_id = now.agency_id and change.year = now.year)
