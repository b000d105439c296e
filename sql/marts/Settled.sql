-- The marts are up to date.
delete from mart_pending;
