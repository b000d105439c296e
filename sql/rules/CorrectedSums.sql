-- Sums over cells with corrections in the place of printed values. A finding is resolved when a cell of one of its sums was
-- corrected and the sum it tells of does not fail that way any more; what fails only now is a finding of its own.
delete from finding where is_effective and report_id in (select report_id from rule_report);

update finding
set state = coalesce(mark.state, 'open')
from report
left join current_mark mark on mark.agency_id = report.agency_id and mark.year = report.year and mark.scope = report.scope
where report.report_id = finding.report_id and finding.report_id in (select report_id from rule_report)
    and finding.rule in (select rule from own_sum) and finding.state = 'corrected'
    and mark.rule = finding.rule and mark.metrics = finding.metrics and mark.printed is not distinct from finding.printed;

update finding
set state = 'open'
where report_id in (select report_id from rule_report) and rule in (select rule from own_sum) and state = 'corrected'
    and not exists (
        select 1
        from report
        join current_mark mark on mark.agency_id = report.agency_id and mark.year = report.year and mark.scope = report.scope
        where report.report_id = finding.report_id and mark.rule = finding.rule and mark.metrics = finding.metrics
            and mark.printed is not distinct from finding.printed);

create or replace temp table corrected_near as
select distinct correction.report_id, term.rule, near.metric
from active_correction correction
join rule_term term on term.metric_id = correction.metric_id
join rule_term other on other.rule = term.rule and other.instance = term.instance
join dim_metric near on near.metric_id = other.metric_id
where correction.report_id in (select report_id from rule_report);

update finding
set state = 'corrected'
where rule in (select rule from own_sum) and state = 'open'
    and exists (
        select 1 from corrected_near near
        where near.report_id = finding.report_id and near.rule = finding.rule and list_contains(finding.metrics, near.metric))
    and not exists (
        select 1 from breach
        where breach.report_id = finding.report_id and breach.rule = finding.rule
            and breach.expected = finding.expected and breach.printed = finding.printed);

insert into finding
select
    breach.report_id, breach.rule, rule.severity, [breach.metric], breach.expected, breach.printed,
    rule.message_zh || '：更正后' || metric.label_zh || '为 ' || plain(breach.printed) || '，按其他各项应为 ' || plain(breach.expected),
    coalesce(mark.state, 'open'), true
from breach
join dim_rule rule using (rule)
join dim_metric metric on metric.metric = breach.metric
join report using (report_id)
join corrected_near near on near.report_id = breach.report_id and near.rule = breach.rule and near.metric = breach.metric
left join current_mark mark
    on mark.agency_id = report.agency_id and mark.year = report.year and mark.scope = report.scope
    and mark.rule = breach.rule and mark.metrics = [breach.metric] and mark.printed is not distinct from breach.printed
where not exists (
    select 1 from finding
    where finding.report_id = breach.report_id and finding.rule = breach.rule
        and finding.expected = breach.expected and finding.printed = breach.printed);
