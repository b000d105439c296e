-- Whoever listens looks at once for what there is to do.
notify analytics_jobs;
