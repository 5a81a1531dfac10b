-- The signed original of a document that the department's own leadership issues (D9.1c), as the secretary has seen it: for one version of the item, so that
-- another text wants another look. A PDF whose signature the system verified needs no row.
CREATE TABLE core_original (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'paper | other: issued by somebody else, no original of ours is due',
  document VARCHAR(200) NOT NULL COMMENT 'number and date',
  signer VARCHAR(200) NOT NULL COMMENT 'who signed; who issued it, when that is somebody else',
  kept VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'where the paper is kept',
  recorded_by BIGINT UNSIGNED NOT NULL COMMENT 'person',
  recorded_at DATETIME(6) NOT NULL,
  KEY core_original_item (item_id, version),
  CONSTRAINT core_original_item FOREIGN KEY (item_id) REFERENCES core_item (id),
  CONSTRAINT core_original_person FOREIGN KEY (recorded_by) REFERENCES core_person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_original'
