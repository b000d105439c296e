-- Cells of fresh reports of which there is more to say than a number: blank and unread ones, amounts without their unit, those an
-- open error names, those that are corrected.
create or replace temp table mart_other as
with marked as (
    select report_id, unnest(range(1, len(marks) + 1)) as metric_id, unnest(marks) as mark
    from {wide}
),
told as (
    select report_id, cast(metric_id as smallint) as metric_id, mark, false as is_disputed, false as is_corrected
    from marked
    where mark > 1
    union all
    select report_id, metric_id, 1, true, false
    from disputed_cell
    where report_id in (select report_id from mart_fresh)
    union all
    select report_id, metric_id, 1, false, true
    from mart_correction
)
select
    report_id, metric_id, state_of(max(mark)) as state, max(mark) < 4 as has_unit,
    bool_or(is_disputed) as is_disputed, bool_or(is_corrected) as is_corrected
from told
group by report_id, metric_id;
