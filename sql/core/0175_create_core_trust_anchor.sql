-- Whose signatures are trusted (D9.1c): certificates that an administrator entered, each with where it comes from. One that is taken away stays as a row, so that
-- it is seen later by what a judgement was made.
CREATE TABLE core_trust_anchor (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the certificate',
  pem TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(300) NOT NULL,
  subject VARCHAR(1000) NOT NULL,
  issuer VARCHAR(1000) NOT NULL,
  serial VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  not_before DATETIME(6) NULL COMMENT 'of the certificate itself',
  not_after DATETIME(6) NULL,
  source VARCHAR(500) NOT NULL COMMENT 'where it was got and by what it was checked',
  valid_from DATE NOT NULL COMMENT 'trusted from this day',
  valid_to DATE NULL COMMENT 'last day',
  added_by BIGINT UNSIGNED NOT NULL COMMENT 'person',
  added_at DATETIME(6) NOT NULL,
  removed_by BIGINT UNSIGNED NULL COMMENT 'person',
  removed_at DATETIME(6) NULL,
  removed_why VARCHAR(500) NOT NULL DEFAULT '',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY core_trust_anchor_fingerprint (fingerprint),
  CONSTRAINT core_trust_anchor_adder FOREIGN KEY (added_by) REFERENCES core_person (id),
  CONSTRAINT core_trust_anchor_remover FOREIGN KEY (removed_by) REFERENCES core_person (id),
  CONSTRAINT core_trust_anchor_span CHECK (valid_to IS NULL OR valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_trust_anchor'
