-- A change of a calendar or of the duties whose due times are still to be reckoned anew (D9.3): written with the change, gone when every clock follows it, so
-- that a stop in between loses neither the work nor who made the change.
CREATE TABLE core_recompute (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cause VARCHAR(25) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'calendar | duty',
  note VARCHAR(500) NOT NULL,
  person_id BIGINT UNSIGNED NULL,
  account_id BIGINT UNSIGNED NULL,
  made_at DATETIME(6) NOT NULL,
  CONSTRAINT core_recompute_person FOREIGN KEY (person_id) REFERENCES core_person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_recompute'
