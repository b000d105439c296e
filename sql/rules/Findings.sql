-- What the rules over years and between reports found takes the place of what they found before. A person's decision
-- about the same finding stands.
delete from finding
where (rule in ('R07', 'R08', 'R10', 'R11', 'R21', 'R22') and report_id in (select report_id from report where agency_id in (select agency_id from mart_touched)))
    or (rule = 'R17' and report_id in (select report_id from rule_wider));

insert into finding
with described as (
    select
        breach.report_id, breach.rule, rule.severity,
        case when breach.metric is null then [] else [breach.metric] end as metrics, breach.expected, breach.printed,
        rule.message_zh || case
            when breach.metric is null then ''
            when breach.expected is null then '：' || metric.label_zh || '印为 ' || plain(breach.printed)
            when breach.rule = 'R10' then '：' || metric.label_zh || '印为 ' || plain(breach.printed) || '，上一年度为 ' || plain(breach.expected)
            when breach.rule = 'R17' then '：' || metric.label_zh || '印为 ' || plain(breach.printed) || '，所属报告之和为 ' || plain(breach.expected)
            when breach.rule = 'R22' then '：' || metric.label_zh || '印为 ' || plain(breach.printed) || '，上一年度为 ' || plain(breach.expected)
            else '：' || metric.label_zh || '印为 ' || plain(breach.printed) || '，按上一年度报告应为 ' || plain(breach.expected)
        end as message
    from breach
    join dim_rule rule using (rule)
    left join dim_metric metric on metric.metric = breach.metric
)
select
    described.report_id, described.rule, described.severity, described.metrics, described.expected, described.printed, described.message,
    coalesce(mark.state, 'open'), false
from described
join report using (report_id)
left join current_mark mark
    on mark.agency_id = report.agency_id and mark.year = report.year and mark.scope = report.scope
    and mark.rule = described.rule and mark.metrics = described.metrics and mark.printed is not distinct from described.printed;
