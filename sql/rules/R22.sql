-- R22: fees in 万元 at most ten times those of the year before, and not a great whole number written without decimals.
insert into breach
with fee as (
    select cell.report_id, cell.value, cell_text.text
    from cells_of('fees.amount_wan') cell
    left join cell_text
        on cell_text.report_id = cell.report_id
        and cell_text.metric_id = (select metric_id from dim_metric where metric = 'fees.amount_wan')
    where cell.mark = 1
),
final as (
    select fee.report_id, cast(null as decimal(18, 6)) as expected, fee.value
    from fee
    join rule_report using (report_id)
    where fee.value >= 10000 and fee.value = trunc(fee.value) and not contains(coalesce(fee.text, ''), '.')
    union all
    select fee.report_id, before.value, fee.value
    from rule_pair pair
    join fee on fee.report_id = pair.report_id
    join fee before on before.report_id = pair.before_id
    where fee.value > 10 * cast(before.value as decimal(20, 6)) and before.value > 0 and fee.value >= 10
)
select report_id, 'R22', 'fees.amount_wan', max(expected), any_value(value)
from final
group by report_id;
