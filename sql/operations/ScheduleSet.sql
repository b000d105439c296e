delete from schedule where job = $job;

insert into schedule (job, cron, is_enabled, changed_by, changed_at) values ($job, $cron, $is_enabled, $author, $now);
