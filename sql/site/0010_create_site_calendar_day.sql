-- Public copy of the holidays, days off, make-up days and half-days of the own calendar's entered years.
CREATE TABLE site_calendar_day (
  day DATE NOT NULL,
  kind VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'public_holiday | day_off | make_up_day | half_day',
  name VARCHAR(200) NOT NULL,
  source VARCHAR(300) NOT NULL DEFAULT '',
  hours VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  PRIMARY KEY (day, kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_calendar_day'
