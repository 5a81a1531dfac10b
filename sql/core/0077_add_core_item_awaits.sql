-- What somebody must still look at (D12.3, D13.3, D15.3), what somebody says is outdated (D9.3f), an order to post before the checks, the archive (D13.2).
ALTER TABLE core_item
  ADD COLUMN IF NOT EXISTS awaits VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'empty | withdrawn | urgent | review_asked',
  ADD COLUMN IF NOT EXISTS flagged_at DATETIME(6) NULL COMMENT 'the oldest open flag',
  ADD COLUMN IF NOT EXISTS urgent_ordered_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS urgent_at DATETIME(6) NULL COMMENT 'last posted before the checks',
  ADD COLUMN IF NOT EXISTS archived_at DATETIME(6) NULL;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_item' AND column_name = 'archived_at'
