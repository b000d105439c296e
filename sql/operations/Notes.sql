-- Letters to agencies: those that wait for an answer first, by the day it is due. '' is any agency, 0 any year. Days go out as text, since
-- the two databases give different types for them.
select
    note_id, agency, year, findings, letter, cast(sent_on as varchar) as sent, sent_by, cast(due_on as varchar) as due, due_by,
    cast(answered_on as varchar) as answered, answered_by, answer, cast(closed_on as varchar) as closed, closed_by, closing
from note
where ($note_id = '' or note_id = $note_id) and ($agency = '' or agency = $agency) and ($year = 0 or year = $year)
order by case when closed_on is not null then 3 when answered_on is not null then 2 else 1 end, due_on, agency, year, note_id;
