-- Dated, revocable delegations (D15.2, D15.3, D19.2). section_id NULL: every section.
CREATE TABLE core_delegation (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  to_person BIGINT UNSIGNED NOT NULL,
  act VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'verify | final_check | act_as_head | act_as_secretary | manage_sections',
  section_id BIGINT UNSIGNED NULL,
  valid_from DATETIME(6) NOT NULL,
  valid_to DATETIME(6) NOT NULL,
  document_number VARCHAR(100) NOT NULL,
  granted_by BIGINT UNSIGNED NOT NULL COMMENT 'person',
  granted_at DATETIME(6) NOT NULL,
  revoked_by BIGINT UNSIGNED NULL COMMENT 'person',
  revoked_at DATETIME(6) NULL,
  KEY core_delegation_person (to_person, act),
  CONSTRAINT core_delegation_person FOREIGN KEY (to_person) REFERENCES core_person (id),
  CONSTRAINT core_delegation_section FOREIGN KEY (section_id) REFERENCES core_section (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_delegation'
