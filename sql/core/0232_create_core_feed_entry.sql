-- The entries of each channel that were seen, by what they are known by: none comes into the register twice, whatever is killed when. Without a word of them,
-- so that nothing is left here of what is purged (D12.3b).
CREATE TABLE core_feed_entry (
  source_id BIGINT UNSIGNED NOT NULL,
  entry_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of its guid or link',
  seen_at DATETIME(6) NOT NULL,
  intake_id BIGINT UNSIGNED NULL COMMENT 'nothing: the same words were there already, or there were none',
  PRIMARY KEY (source_id, entry_key),
  UNIQUE KEY core_feed_entry_intake (intake_id),
  CONSTRAINT core_feed_entry_source FOREIGN KEY (source_id) REFERENCES core_feed_source (id),
  CONSTRAINT core_feed_entry_intake FOREIGN KEY (intake_id) REFERENCES core_intake (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_feed_entry'
