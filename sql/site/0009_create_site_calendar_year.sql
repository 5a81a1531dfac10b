-- Public copy of the own calendar's entered years; a year that is only proposed is not here, since nothing is promised in it.
CREATE TABLE site_calendar_year (
  year SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  announcement VARCHAR(300) NOT NULL,
  entered_at DATETIME(6) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_calendar_year'
