-- Who may send in through the import API (D7, D9.1a, D3.2đ): a unit, a person of the directory, or an organisation outside it, by a secret that is shown once
-- and stands nowhere; here is its digest. The program that answers on the network reads this table and can change nothing of it.
CREATE TABLE core_import_sender (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(200) NOT NULL COMMENT 'what the system is called; of an organisation outside, its name',
  unit_id BIGINT UNSIGNED NULL COMMENT 'the unit that it sends for',
  person_id BIGINT UNSIGNED NULL COMMENT 'or the person; neither: an organisation outside the directory',
  token_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256',
  token_hint VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its first letters, to tell one from another',
  per_minute INT UNSIGNED NOT NULL COMMENT 'requests',
  valid_from DATE NOT NULL COMMENT 'in Viet Nam',
  valid_to DATE NULL COMMENT 'the last day',
  made_by BIGINT UNSIGNED NOT NULL,
  made_at DATETIME(6) NOT NULL,
  revoked_by BIGINT UNSIGNED NULL,
  revoked_at DATETIME(6) NULL,
  revoked_why VARCHAR(300) NOT NULL DEFAULT '',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY core_import_sender_token (token_digest),
  CONSTRAINT core_import_sender_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id),
  CONSTRAINT core_import_sender_person FOREIGN KEY (person_id) REFERENCES core_person (id),
  CONSTRAINT core_import_sender_made FOREIGN KEY (made_by) REFERENCES core_person (id),
  CONSTRAINT core_import_sender_revoked FOREIGN KEY (revoked_by) REFERENCES core_person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_import_sender'
