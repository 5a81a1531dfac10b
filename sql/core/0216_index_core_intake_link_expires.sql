-- The scheduler takes away links whose time is over, a block at a time.
ALTER TABLE core_intake_link
  ADD KEY IF NOT EXISTS core_intake_link_expires (expires_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_intake_link' AND index_name = 'core_intake_link_expires'
