delete from dismissal where sha256 = $sha256;

insert into dismissal (sha256, reason, author, dismissed_at) values ($sha256, $reason, $author, $now);
