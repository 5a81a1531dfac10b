-- The one-time links by which a sender completes what D9.1b asks for. The secret stands in the mail alone; here is its digest. A mail that is handed over again
-- has a link of its own; completing ends all links of the thing. The public program reads this table, so it holds nobody's data: a code, and what is asked for.
CREATE TABLE core_intake_link (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  intake_id BIGINT UNSIGNED NOT NULL,
  token_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256',
  code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the thing',
  missing VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name, email, reach',
  made_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  UNIQUE KEY core_intake_link_token (token_digest),
  KEY core_intake_link_intake (intake_id),
  CONSTRAINT core_intake_link_intake FOREIGN KEY (intake_id) REFERENCES core_intake (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_intake_link'
