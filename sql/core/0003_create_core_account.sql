-- Office accounts. One person may have several (D11.1: the secretary who is also the network administrator has two).
CREATE TABLE core_account (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT UNSIGNED NOT NULL,
  username VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  password_phc VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'active' COMMENT 'active | disabled',
  totp_secret VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  totp_last_step BIGINT NOT NULL DEFAULT 0,
  must_change_password TINYINT NOT NULL DEFAULT 0,
  created_at DATETIME(6) NOT NULL,
  last_login_at DATETIME(6) NULL,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  CONSTRAINT core_account_person FOREIGN KEY (person_id) REFERENCES core_person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_account'
