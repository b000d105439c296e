-- The seeds that the dimensions were filled from; no row before the first time.
select seeds_sha256 from seed_state;
