-- Which item uses which blob: a row for each upload, with the name it had and who brought it. Texts name an upload, never a blob, so that nobody reaches another item's file by its number.
CREATE TABLE core_item_file (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT UNSIGNED NOT NULL,
  file_id BIGINT UNSIGNED NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'picture | attachment',
  name VARCHAR(200) NOT NULL COMMENT 'as it was called where it came from',
  person_id BIGINT UNSIGNED NULL,
  created_at DATETIME(6) NOT NULL,
  KEY core_item_file_item (item_id),
  KEY core_item_file_file (file_id),
  CONSTRAINT core_item_file_item FOREIGN KEY (item_id) REFERENCES core_item (id),
  CONSTRAINT core_item_file_file FOREIGN KEY (file_id) REFERENCES core_file (id),
  CONSTRAINT core_item_file_person FOREIGN KEY (person_id) REFERENCES core_person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_item_file'
