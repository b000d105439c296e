listen analytics_jobs;
