-- How many items a unit owes each month (D9.4), by date. The row of the unit rules, else the one without a unit: every division and unit of the department.
-- A month is ruled by the row in force on its first day.
CREATE TABLE core_quota (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT UNSIGNED NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL COMMENT 'last day',
  min_items SMALLINT UNSIGNED NOT NULL,
  max_items SMALLINT UNSIGNED NOT NULL,
  source VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'the decision that set it',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY core_quota_unit (unit_id, valid_from),
  CONSTRAINT core_quota_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id),
  CONSTRAINT core_quota_span CHECK (min_items <= max_items)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_quota'
