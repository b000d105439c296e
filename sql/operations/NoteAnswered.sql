update note set answered_on = cast($answered_on as date), answered_by = $author, answer = $answer, changed_at = $now
where note_id = $note_id and closed_on is null;
