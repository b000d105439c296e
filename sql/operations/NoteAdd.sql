insert into note (note_id, agency, year, findings, letter, sent_on, sent_by, due_on, due_by, changed_at)
values ($note_id, $agency, $year, $findings, $letter, cast($sent_on as date), $author, cast($due_on as date), $author, $now);
