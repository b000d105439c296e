select * from wide where agency_id = 321 order by year;
