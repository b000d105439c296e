-- Reports that the rules over years look at: current ones of the touched agencies, each with that of the year before. Pairs
-- across a change of the region's territory are left out.
create or replace temp table rule_report as
select report_id from report where is_current and agency_id in (select agency_id from mart_touched);

create or replace temp table rule_pair as
with changed as (
    select agency.agency_id, change.year
    from dim_agency agency
    join territory_change change using (region_code)
)
select
    now.report_id, before.report_id as before_id, now.form_2, now.form_3, now.form_4,
    before.form_2 as before_form_2, before.form_3 as before_form_3, before.form_4 as before_form_4
from report now
join report before
    on before.agency_id = now.agency_id and before.scope = now.scope and before.year = now.year - 1 and before.is_current
where now.is_current
    and now.report_id in (select report_id from rule_report)
    and not exists (select 1 from changed where changed.agency_id = now.agency_id and changed.year = now.year);

-- What seems to break a rule: sums (of one report), years (between two), jump, inside, copy.
create or replace temp table suspect (kind varchar, report_id integer, before_id integer);

create or replace temp table breach (
    report_id integer, rule varchar, metric varchar, expected decimal(18, 6), printed decimal(18, 6)
);
