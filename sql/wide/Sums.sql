-- R01–R04 over the reports of rule_report at once: broken tells quickly which reports break one, checks which they break.
insert into breach
with suspect as (
    select wide.*, form_2, form_3, form_4
    from rule_report
    join report_wide wide using (report_id)
    join report using (report_id)
    where ({broken})
),
listed as (
    select report_id, unnest([
    {checks}
    ]) as breach
    from suspect
)
select report_id, breach.rule, breach.metric, breach.expected, breach.printed
from listed
where breach is not null;
