select report_id, 'R22' as rule, 'fees.amount_wan' as metric, max(expected) as expected, max(printed) as printed
from (
    select now.report_id, cast(null as numeric) as expected, now."fees.amount_wan" as printed
    from wide now
    where now."fees.amount_wan" >= 10000 and now."fees.amount_wan" = trunc(now."fees.amount_wan")
        and not exists (select 1 from cell where cell.report_id = now.report_id and cell.metric_id = {fees} and cell.text like '%.%')
    union all
    select now.report_id, before."fees.amount_wan", now."fees.amount_wan"
    {pairs}
    where now."fees.amount_wan" > 10 * before."fees.amount_wan" and before."fees.amount_wan" > 0 and now."fees.amount_wan" >= 10 and {unchanged}
) found
group by report_id
