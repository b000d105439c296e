insert into run (run_id, origin, title, author, state, created_at) values ($run_id, $origin, $title, $author, 'open', $now);
