-- What the signatures of a PDF are worth (D9.1c): a row for each PDF that was judged, also of one without a signature. `anchors` is the digest of the trusted
-- certificates of that moment: when they are others, it is judged again.
CREATE TABLE core_file_judgement (
  file_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  judged_at DATETIME(6) NOT NULL,
  anchors CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 over the fingerprints',
  anchor_count INT UNSIGNED NOT NULL,
  signatures INT UNSIGNED NOT NULL,
  is_verified TINYINT NOT NULL COMMENT 'what D9.1c asks for',
  reasons VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of the file as a whole: keys of shared/signatures/reasons.h, with commas',
  KEY core_file_judgement_anchors (anchors),
  CONSTRAINT core_file_judgement_file FOREIGN KEY (file_id) REFERENCES core_file (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_file_judgement'
