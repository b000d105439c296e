-- R01–R04 over all current reports at once: broken tells quickly which reports break one, checks which they break.
with suspect as (
    select wide.*, form_2, form_3, form_4
    from report_wide wide
    join report using (report_id)
    where report.is_current
        and ({broken})
),
listed as (
    select report_id, unnest([
    {checks}
    ]) as breach
    from suspect
)
select report_id, breach.rule, breach.instance, breach.metric, breach.expected, breach.printed
from listed
where breach is not null
