-- Another day by which an answer is asked for.
update note set due_on = cast($due_on as date), due_by = $author, changed_at = $now where note_id = $note_id and closed_on is null;
