-- Public copy of the own calendar's office hours.
CREATE TABLE site_calendar_hours (
  weekday TINYINT UNSIGNED NOT NULL COMMENT 'ISO: 1 Monday … 7 Sunday',
  valid_from DATE NOT NULL,
  opens_minute SMALLINT UNSIGNED NOT NULL,
  closes_minute SMALLINT UNSIGNED NOT NULL,
  valid_to DATE NULL COMMENT 'last day',
  source VARCHAR(300) NOT NULL DEFAULT '',
  PRIMARY KEY (weekday, valid_from, opens_minute)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_calendar_hours'
