-- Who made each version, in which step (four-eyes reads this). Append only.
CREATE TABLE core_item_version (
  item_id BIGINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  person_id BIGINT UNSIGNED NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  step VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'write | unit | edit | verify | final_check',
  content_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (item_id, version),
  CONSTRAINT core_item_version_item FOREIGN KEY (item_id) REFERENCES core_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_item_version'
