-- What the converter made of a picture: upright, without metadata, in several widths and two formats. Only these are ever delivered, never what was received.
CREATE TABLE core_file_picture (
  file_id BIGINT UNSIGNED NOT NULL,
  width INT UNSIGNED NOT NULL,
  format VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'jpeg | webp',
  height INT UNSIGNED NOT NULL,
  blob_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (file_id, width, format),
  KEY core_file_picture_blob (blob_id),
  CONSTRAINT core_file_picture_file FOREIGN KEY (file_id) REFERENCES core_file (id),
  CONSTRAINT core_file_picture_made FOREIGN KEY (blob_id) REFERENCES core_file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_file_picture'
