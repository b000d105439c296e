-- Documents put aside, with who did and why.
select dismissal.sha256, max(document.name) as name, dismissal.reason, dismissal.author, dismissal.dismissed_at
from dismissal
left join run_document document on document.sha256 = dismissal.sha256
group by dismissal.sha256, dismissal.reason, dismissal.author, dismissal.dismissed_at
order by dismissal.dismissed_at desc;
