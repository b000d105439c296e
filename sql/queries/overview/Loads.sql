-- The last loads. A quarantined document belongs to no region: those who see the country see it.
with seen as (
    select document.loaded_at, report.report_id, report.agency_id, document.report_id is null as is_quarantined
    from document
    left join report using (report_id)
    where document.loaded_at is not null
        and case
            when document.report_id is null then list_contains($scope, 0)
            else report.agency_id in (select agency_id from visible($scope))
        end
)
select
    loaded_at, count(*) filter (where not is_quarantined) as documents, count(distinct report_id) as reports, count(distinct agency_id) as agencies,
    count(*) filter (where is_quarantined) as quarantined
from seen
group by loaded_at
order by loaded_at desc
limit $limit;
