-- Office hours by weekday, with dates: hours that change in summer are two rows, and old due times stay explained.
CREATE TABLE core_calendar_hours (
  calendar_id BIGINT UNSIGNED NOT NULL,
  weekday TINYINT UNSIGNED NOT NULL COMMENT 'ISO: 1 Monday … 7 Sunday',
  valid_from DATE NOT NULL,
  opens_minute SMALLINT UNSIGNED NOT NULL COMMENT 'minutes after local midnight',
  closes_minute SMALLINT UNSIGNED NOT NULL,
  valid_to DATE NULL COMMENT 'last day',
  source VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'the decision that set them',
  PRIMARY KEY (calendar_id, weekday, valid_from, opens_minute),
  CONSTRAINT core_calendar_hours_calendar FOREIGN KEY (calendar_id) REFERENCES core_calendar (id),
  CONSTRAINT core_calendar_hours_span CHECK (weekday BETWEEN 1 AND 7 AND opens_minute < closes_minute AND closes_minute <= 1440)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_calendar_hours'
