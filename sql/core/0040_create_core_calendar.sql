-- Working calendars, several agencies' at once; one is the agency's own (D9.3, "working time = the agency's calendar").
CREATE TABLE core_calendar (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  name VARCHAR(200) NOT NULL,
  is_own TINYINT NOT NULL DEFAULT 0 COMMENT 'the calendar by which clocks begin; exactly one',
  row_version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'for "edited since you opened it"',
  revision BIGINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'one more with every change of any of its rows: a copy in memory is good while it is the same'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_calendar'
