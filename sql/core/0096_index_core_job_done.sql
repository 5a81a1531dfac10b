-- Finished jobs by age, for the scheduler's sweep.
CREATE INDEX IF NOT EXISTS core_job_done ON core_job (state, done_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_job' AND index_name = 'core_job_done' AND seq_in_index = 1
