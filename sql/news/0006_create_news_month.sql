-- Articles per section and month, kept with each publication (jumps by year and month; counts are kept, not counted).
CREATE TABLE news_month (
  section_id BIGINT UNSIGNED NOT NULL,
  month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'yyyy-mm, Viet Nam time',
  articles INT UNSIGNED NOT NULL,
  PRIMARY KEY (section_id, month)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_month'
