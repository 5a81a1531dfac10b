-- What the public sees of an article: list columns and the pages facts. The body is apart (lists stay fast).
CREATE TABLE news_published (
  item_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  slug VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  section_id BIGINT UNSIGNED NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL,
  title VARCHAR(300) NOT NULL,
  summary VARCHAR(1000) NOT NULL DEFAULT '',
  author_line VARCHAR(200) NOT NULL DEFAULT '',
  source VARCHAR(300) NOT NULL DEFAULT '',
  unit_name VARCHAR(200) NOT NULL DEFAULT '',
  published_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  event_at DATETIME(6) NULL,
  place VARCHAR(300) NOT NULL DEFAULT '',
  starts_at DATETIME(6) NULL,
  ends_at DATETIME(6) NULL,
  registration VARCHAR(500) NOT NULL DEFAULT '',
  change_note VARCHAR(500) NOT NULL DEFAULT ''
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_published'
