-- Forgets a person's view; also before one of the same name is saved.
delete from saved_view
where author = $author and name = $name;
