-- How much there is for the generated statements to look at: preparing them alone takes a tenth of a second.
select
    (select count(*) from wide_stale) as stale, (select count(*) from rule_pair) as pairs, (select count(*) from rule_inside) as insides;
