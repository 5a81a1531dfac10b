-- The blobs of the file store, by content: one row for each file of the store's folder, what was received and what the converter made of it alike. The row is
-- written after the file is safe on disk, so a row without its file cannot exist (shared/files/store.h). Nothing here says to which item a blob belongs.
CREATE TABLE core_file (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bytes BIGINT UNSIGNED NOT NULL,
  format VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'by content: jpeg | png | gif | bmp | webp | tiff | pdf',
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'quarantine | ready | refused | made',
  reason VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'why refused, or what it waits for',
  width INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of a picture, upright',
  height INT UNSIGNED NOT NULL DEFAULT 0,
  created_at DATETIME(6) NOT NULL,
  checked_at DATETIME(6) NULL,
  UNIQUE KEY core_file_sha256 (sha256),
  KEY core_file_created (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_file'
