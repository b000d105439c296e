-- Whether all agencies' rows in the marts are made anew.
select is_all from mart_work;
