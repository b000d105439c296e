-- The reports whose cells come with this batch, as the wide table has them.
select
    arrived.document_no, arrived.report_id, report.agency_id, report.year, cast(enum_code(cast(report.scope as report_scope)) as utinyint) as scope,
    cast(report.form_2 as smallint) as form2, cast(report.form_3 as smallint) as form3, cast(report.form_4 as smallint) as form4
from arrived
join report using (report_id)
order by arrived.report_id;
