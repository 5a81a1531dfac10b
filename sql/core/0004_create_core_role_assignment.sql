-- Roles of an account, by unit and date. A content role takes effect when confirmed (D6.3).
CREATE TABLE core_role_assignment (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id BIGINT UNSIGNED NOT NULL,
  role VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unit_id BIGINT UNSIGNED NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL COMMENT 'last day in force',
  entered_by BIGINT UNSIGNED NULL COMMENT 'person; NULL: set-up',
  entered_at DATETIME(6) NOT NULL,
  confirmed_by BIGINT UNSIGNED NULL COMMENT 'person',
  confirmed_at DATETIME(6) NULL,
  revoked_by BIGINT UNSIGNED NULL COMMENT 'person',
  revoked_at DATETIME(6) NULL,
  KEY core_role_assignment_account (account_id),
  CONSTRAINT core_role_assignment_account FOREIGN KEY (account_id) REFERENCES core_account (id),
  CONSTRAINT core_role_assignment_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_role_assignment'
