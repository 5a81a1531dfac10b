-- Years of a calendar. Only an entered year promises a due time; a proposed one holds what the general rule of the law gives, for somebody to confirm.
CREATE TABLE core_calendar_year (
  calendar_id BIGINT UNSIGNED NOT NULL,
  year SMALLINT UNSIGNED NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'proposed | entered',
  announcement VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'number and date of the yearly announcement',
  entered_by BIGINT UNSIGNED NULL COMMENT 'person',
  entered_at DATETIME(6) NULL,
  PRIMARY KEY (calendar_id, year),
  CONSTRAINT core_calendar_year_calendar FOREIGN KEY (calendar_id) REFERENCES core_calendar (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_calendar_year'
