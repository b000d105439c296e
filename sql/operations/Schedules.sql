select job, cron, is_enabled, changed_by, changed_at from schedule;
