-- Reports of a wider scope around the touched agencies, and the reports inside each: a territory's against the own, the
-- level and the next lower territory's reports in it, a level's against the own reports of its region.
create or replace temp table rule_wider as
with region as (
    select * from dim_region
    qualify row_number() over (partition by code order by valid_from desc nulls last) = 1
),
near as (
    select distinct unnest(region.lineage) as code
    from mart_touched
    join dim_agency agency using (agency_id)
    join region on region.code = agency.region_code
)
select report.report_id, report.year, report.scope, report.agency_id, region.code, region.first_place, region.last_place
from report
join dim_agency agency using (agency_id)
join region on region.code = agency.region_code
where report.is_current and report.scope <> 'own' and region.code in (select code from near);

create or replace temp table rule_inside as
with region as (
    select * from dim_region
    qualify row_number() over (partition by code order by valid_from desc nulls last) = 1
),
inside as (
    select report.report_id, report.year, report.scope, report.agency_id, region.code, region.parent, region.lineage
    from report
    join dim_agency agency using (agency_id)
    join region on region.code = agency.region_code
    where report.is_current
),
above as (
    select *, unnest(lineage) as around from inside
)
select wider.report_id, above.report_id as inside_id, above.scope
from rule_wider wider
join above on above.around = wider.code and above.year = wider.year and above.agency_id <> wider.agency_id
where (wider.scope = 'level' and above.scope = 'own' and above.code = wider.code)
    or (wider.scope = 'territory' and above.scope in ('own', 'level'))
    or (wider.scope = 'territory' and above.scope = 'territory' and above.parent = wider.code);
