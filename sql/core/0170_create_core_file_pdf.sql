-- What the converter found in a PDF (D9.1): a row for each that it could open. The bytes stay as they came.
CREATE TABLE core_file_pdf (
  file_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  pages INT UNSIGNED NOT NULL,
  flags VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'keys of shared/pdf/flags.h, with commas',
  looked_at DATETIME(6) NOT NULL,
  CONSTRAINT core_file_pdf_file FOREIGN KEY (file_id) REFERENCES core_file (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_file_pdf'
