-- What waited for publication is in it.
update run
set
    state = case
        when state = 'cancelled' then state
        when exists (select 1 from run_document where run_document.run_id = run.run_id and run_document.state = 'failed') then 'failed'
        else 'succeeded'
    end,
    finished_at = $now, published_version = $version, error = null
where state in ('publishing', 'cancelled') and run_id in (select unnest(cast($runs as varchar[])));
