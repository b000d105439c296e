-- Whether what is published is made up; real and made-up reports are never together.
select coalesce(bool_or(is_synthetic), false) from report;
