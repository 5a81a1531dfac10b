-- Days that are not what their weekday says: public holidays, days off, make-up days, days with other hours; each with where that is said.
CREATE TABLE core_calendar_day (
  calendar_id BIGINT UNSIGNED NOT NULL,
  day DATE NOT NULL,
  kind VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'public_holiday | day_off | make_up_day | half_day',
  name VARCHAR(200) NOT NULL,
  source VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'legal source or number of the announcement',
  hours VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'make_up_day, half_day: 07:30-11:30,13:30-17:30',
  PRIMARY KEY (calendar_id, day, kind),
  CONSTRAINT core_calendar_day_calendar FOREIGN KEY (calendar_id) REFERENCES core_calendar (id),
  CONSTRAINT core_calendar_day_hours CHECK ((kind IN ('make_up_day', 'half_day')) = (hours <> ''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_calendar_day'
