-- How much there is for the generated statements to look at.
select
    (select count(*) from rule_pair) as pairs, (select count(*) from rule_inside) as insides, (select count(*) from suspect) as suspects;
