-- "This is outdated or wrong", sent by a reader from an article's page (D9.3f). The public program may INSERT here and nothing else; the secretary passes
-- a report on to the unit or drops it with a reason. The digest makes a form that was sent twice one report.
CREATE TABLE news_report (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT UNSIGNED NOT NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of item and note',
  note VARCHAR(1000) NOT NULL,
  contact VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'e-mail, when the reader wants an answer (personal data)',
  received_at DATETIME(6) NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'new' COMMENT 'new | passed_on | dropped',
  decided_by BIGINT UNSIGNED NULL COMMENT 'person',
  decided_at DATETIME(6) NULL,
  UNIQUE KEY news_report_digest (item_id, digest),
  KEY news_report_state (state, received_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_report'
