-- A person's views, by name.
select name, address, saved_at
from saved_view
where author = $author
order by name;
