-- How often each rule was broken, and in how many reports; a rule that was kept has no row.
select rule, count(*) as breaches, count(distinct report_id) as reports
from breach
group by rule
order by rule;
