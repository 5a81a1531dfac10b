-- What the sender was told when an item was refused (D12.3) or sent back (D4.2), with the names and the ground of that day.
CREATE TABLE core_letter (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT UNSIGNED NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'refusal | return',
  ground_clause VARCHAR(20) NOT NULL,
  ground_label VARCHAR(300) NOT NULL,
  title VARCHAR(300) NOT NULL COMMENT 'empty on the state-secret ground',
  reason TEXT NOT NULL,
  to_person BIGINT UNSIGNED NOT NULL,
  to_name VARCHAR(120) NOT NULL,
  to_title VARCHAR(200) NOT NULL DEFAULT '',
  to_unit VARCHAR(200) NOT NULL DEFAULT '',
  signed_by BIGINT UNSIGNED NOT NULL COMMENT 'person',
  signed_name VARCHAR(120) NOT NULL,
  authority VARCHAR(200) NOT NULL DEFAULT '',
  made_at DATETIME(6) NOT NULL,
  KEY core_letter_item (item_id),
  CONSTRAINT core_letter_item FOREIGN KEY (item_id) REFERENCES core_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_letter'
