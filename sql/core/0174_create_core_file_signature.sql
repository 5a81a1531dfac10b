-- Each signature of a judged PDF, in the order of what it covers. Who signed is told as the certificate tells it.
CREATE TABLE core_file_signature (
  file_id BIGINT UNSIGNED NOT NULL,
  number INT UNSIGNED NOT NULL COMMENT 'from 1',
  kind VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'approval | certification | timestamp',
  verdict VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'valid | unsure | invalid',
  reasons VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'keys of shared/signatures/reasons.h, with commas',
  signer VARCHAR(300) NOT NULL DEFAULT '',
  organisation VARCHAR(300) NOT NULL DEFAULT '',
  issuer VARCHAR(600) NOT NULL DEFAULT '',
  serial VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  valid_from DATETIME(6) NULL COMMENT 'of the certificate',
  valid_to DATETIME(6) NULL,
  claimed_at DATETIME(6) NULL COMMENT 'by the clock of the signer',
  proved_at DATETIME(6) NULL COMMENT 'by a time stamp that leads to a trusted certificate',
  covers_all TINYINT NOT NULL COMMENT 'to the end of the file',
  is_intact TINYINT NOT NULL,
  is_chain_trusted TINYINT NOT NULL,
  is_not_revoked TINYINT NOT NULL,
  PRIMARY KEY (file_id, number),
  CONSTRAINT core_file_signature_file FOREIGN KEY (file_id) REFERENCES core_file (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_file_signature'
