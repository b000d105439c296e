select * from wide where agency_id = 4321 order by year;
