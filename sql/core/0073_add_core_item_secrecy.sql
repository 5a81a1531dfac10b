-- An item on the state-secret ground (D12.3b): hidden at once, purged later under two people's approval.
ALTER TABLE core_item
  ADD COLUMN IF NOT EXISTS secrecy VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'empty | hidden | purge_asked | purged',
  ADD COLUMN IF NOT EXISTS hidden_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS purge_asked_by BIGINT UNSIGNED NULL COMMENT 'person; another one approves';
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_item' AND column_name = 'purge_asked_by'
