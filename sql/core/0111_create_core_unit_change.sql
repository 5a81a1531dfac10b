-- A unit that is merged into another or dissolved, from a day on, by a decision (D9.4, D14.3đ). A row is a plan until it is confirmed (D6.3: it moves rights over
-- content) and its day has come; the scheduler then carries it out, once, by this row. What followed is in the trail.
CREATE TABLE core_unit_change (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT UNSIGNED NOT NULL COMMENT 'the unit that ends',
  into_unit BIGINT UNSIGNED NULL COMMENT 'who goes on with its work; NULL: nobody, it had none left',
  from_day DATE NOT NULL COMMENT 'first day without the unit',
  document_number VARCHAR(100) NOT NULL,
  entered_by BIGINT UNSIGNED NOT NULL COMMENT 'person',
  entered_at DATETIME(6) NOT NULL,
  confirmed_by BIGINT UNSIGNED NULL,
  confirmed_at DATETIME(6) NULL,
  cancelled_by BIGINT UNSIGNED NULL,
  cancelled_at DATETIME(6) NULL,
  done_at DATETIME(6) NULL,
  waiting_unit BIGINT UNSIGNED AS (IF(done_at IS NULL AND cancelled_at IS NULL, unit_id, NULL)) STORED COMMENT 'one plan at a time for a unit',
  UNIQUE KEY core_unit_change_waiting (waiting_unit),
  KEY core_unit_change_due (done_at, cancelled_at, from_day),
  CONSTRAINT core_unit_change_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id),
  CONSTRAINT core_unit_change_into FOREIGN KEY (into_unit) REFERENCES core_unit (id),
  CONSTRAINT core_unit_change_entered FOREIGN KEY (entered_by) REFERENCES core_person (id),
  CONSTRAINT core_unit_change_other CHECK (into_unit IS NULL OR into_unit <> unit_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_unit_change'
