-- What readers may fetch: a row for each picture file and attachment of what is posted, written and deleted with it. Without its row a file is nobody's.
CREATE TABLE news_published_file (
  file_id BIGINT UNSIGNED NOT NULL COMMENT 'number in the address: the upload, or the first one of an attachment that was replaced',
  variant VARCHAR(140) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the rest of the address',
  item_id BIGINT UNSIGNED NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  format VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bytes BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (file_id, variant),
  KEY news_published_file_item (item_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_published_file'
