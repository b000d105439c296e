insert into reread_change (run_id, document_id, agency, year, metric, before, after)
select
    unnest(cast($run_id as varchar[])), unnest(cast($document_id as varchar[])), unnest(cast($agency as varchar[])), unnest(cast($year as smallint[])),
    unnest(cast($metric as varchar[])), unnest(cast($before as varchar[])), unnest(cast($after as varchar[]));
