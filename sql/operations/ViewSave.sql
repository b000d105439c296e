-- Keeps a view.
insert into saved_view (author, name, address, saved_at)
values ($author, $name, $address, $now);
