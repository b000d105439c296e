-- One number for all that is loaded, whatever the order it came in and the numbers it was given: documents, reports with
-- their versions, values and findings, each row hashed and the hashes added.
with agency as (
    select agency_id, code from dim_agency
),
reports as (
    select report.*, agency.code from report join agency using (agency_id)
),
hashed as (
    select md5_number_lower(concat_ws('|', 'document', sha256, report_id is not null, reason, source_rank, published)) as part from document
    union all
    select md5_number_lower(concat_ws('|', 'report', code, year, scope, document_sha256, facts_sha256, version, is_current, published)) from reports
    union all
    select md5_number_lower(concat_ws('|', 'value', code, year, scope, metric, state, whole, millionths, denominator, is_disputed, has_unit, is_corrected))
    from observation
    join agency using (agency_id)
    join dim_metric using (metric_id)
    union all
    select md5_number_lower(concat_ws('|', 'finding', code, year, scope, facts_sha256, rule, metrics, expected, printed, message, state))
    from finding
    join reports using (report_id)
)
select printf('%032x', cast(sum(cast(part as hugeint)) % cast('170141183460469231731687303715884105727' as hugeint) as hugeint)) from hashed;
