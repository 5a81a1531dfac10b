-- How the reading of each channel goes: when it is read next, what its server said of the last version, what went wrong. The worker's; the office puts a time
-- forward and reads.
CREATE TABLE core_feed_state (
  source_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  address VARCHAR(500) NOT NULL COMMENT 'that etag and last_modified belong to',
  next_at DATETIME(6) NOT NULL,
  etag VARCHAR(300) NOT NULL DEFAULT '',
  last_modified VARCHAR(100) NOT NULL DEFAULT '',
  tried_at DATETIME(6) NULL,
  read_at DATETIME(6) NULL COMMENT 'when it was last read without a fault, or had not changed',
  failures INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'since then',
  last_error VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'in Vietnamese, for the office',
  KEY core_feed_state_next (next_at),
  CONSTRAINT core_feed_state_source FOREIGN KEY (source_id) REFERENCES core_feed_source (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_feed_state'
