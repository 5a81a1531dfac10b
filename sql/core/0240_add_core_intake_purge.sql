-- The purge of what came in and is hidden on the state-secret ground (D12.3b): who asked for it, and when a second person approved. What became an item is purged with it.
ALTER TABLE core_intake
  ADD COLUMN IF NOT EXISTS purge_asked_by BIGINT UNSIGNED NULL COMMENT 'core_person; another one approves',
  ADD COLUMN IF NOT EXISTS purge_asked_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS purged_at DATETIME(6) NULL COMMENT 'since when no table holds a word of it',
  ADD KEY IF NOT EXISTS core_intake_purged (purged_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_intake' AND index_name = 'core_intake_purged' AND seq_in_index = 1
