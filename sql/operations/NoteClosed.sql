update note set closed_on = cast($closed_on as date), closed_by = $author, closing = $closing, changed_at = $now where note_id = $note_id and closed_on is null;
