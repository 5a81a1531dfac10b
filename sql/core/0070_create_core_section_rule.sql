-- What the board decided for a section, with dates (D12.1: which steps; D13.2: how long its articles stay in lists). A decision is a row, so that
-- it is seen later by which one an item was classified. Outside every row the section's own columns hold, as they were when it was made.
CREATE TABLE core_section_rule (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  section_id BIGINT UNSIGNED NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL COMMENT 'last day; NULL until a later row begins',
  needs_verify TINYINT NOT NULL COMMENT 'step 2 (D15.2)',
  needs_final_check TINYINT NOT NULL COMMENT 'step 3 (D15.3)',
  retention_months SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'after so many months an article is due to be archived; 0: never by age',
  document_number VARCHAR(100) NOT NULL COMMENT 'the decision',
  decided_by BIGINT UNSIGNED NOT NULL COMMENT 'person',
  decided_at DATETIME(6) NOT NULL,
  revoked_by BIGINT UNSIGNED NULL COMMENT 'person; only before it began',
  revoked_at DATETIME(6) NULL,
  KEY core_section_rule_section (section_id, valid_from),
  CONSTRAINT core_section_rule_section FOREIGN KEY (section_id) REFERENCES core_section (id),
  CONSTRAINT core_section_rule_span CHECK (valid_to IS NULL OR valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_section_rule'
