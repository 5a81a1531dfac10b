-- "This is outdated" (D9.3f): who said so of which published version, and how it was settled.
CREATE TABLE core_flag (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  source VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'office | reader | review (D13.3)',
  person_id BIGINT UNSIGNED NULL COMMENT 'NULL: a reader',
  note TEXT NOT NULL,
  made_at DATETIME(6) NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'open' COMMENT 'open | new_version | answered | withdrawn | archived',
  answer TEXT NOT NULL DEFAULT '',
  ended_by BIGINT UNSIGNED NULL COMMENT 'person',
  ended_at DATETIME(6) NULL,
  KEY core_flag_item (item_id, state),
  CONSTRAINT core_flag_item FOREIGN KEY (item_id) REFERENCES core_item (id),
  CONSTRAINT core_flag_ended CHECK ((state = 'open') = (ended_at IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_flag'
