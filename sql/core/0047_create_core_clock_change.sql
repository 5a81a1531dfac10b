-- What happened to a clock, append only: opened, closed, paused, extended, recomputed, each with the due time before and after it.
CREATE TABLE core_clock_change (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  clock_id BIGINT UNSIGNED NOT NULL,
  at DATETIME(6) NOT NULL,
  person_id BIGINT UNSIGNED NULL COMMENT 'NULL: the system',
  account_id BIGINT UNSIGNED NULL,
  cause VARCHAR(25) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'open | close | reopen | cancel | event_changed | pause | resume | extend | calendar | duty',
  old_due DATETIME(6) NULL,
  new_due DATETIME(6) NULL,
  note VARCHAR(500) NOT NULL DEFAULT '',
  KEY core_clock_change_clock (clock_id, id),
  CONSTRAINT core_clock_change_clock FOREIGN KEY (clock_id) REFERENCES core_clock (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_clock_change'
