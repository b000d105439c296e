-- The seeds that the dimensions now stand for.
delete from seed_state;

insert into seed_state values ($seeds_sha256);
