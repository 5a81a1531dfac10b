-- Who has taken a check (D15.2, D15.3): no two people do the same one, and everybody sees who has it. held_since is of whoever has the step, its editor too.
ALTER TABLE core_item
  ADD COLUMN IF NOT EXISTS checked_by BIGINT UNSIGNED NULL COMMENT 'person; only while the item stands in step 2 or 3',
  ADD COLUMN IF NOT EXISTS held_since DATETIME(6) NULL,
  ADD KEY IF NOT EXISTS core_item_checked (checked_by, state, state_since);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_checked' AND seq_in_index = 1
