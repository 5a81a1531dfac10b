-- The checklist as ticked for one version (D12.1).
CREATE TABLE core_item_check (
  item_id BIGINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id BIGINT UNSIGNED NOT NULL,
  checked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (item_id, version, code),
  CONSTRAINT core_item_check_item FOREIGN KEY (item_id) REFERENCES core_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_item_check'
