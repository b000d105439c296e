-- How many wide rows are to be made again.
select count(*) from wide_stale;
