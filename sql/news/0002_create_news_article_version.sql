-- Every saved version, whole. Append only.
CREATE TABLE news_article_version (
  item_id BIGINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  title VARCHAR(300) NOT NULL,
  summary VARCHAR(1000) NOT NULL DEFAULT '',
  author_line VARCHAR(200) NOT NULL DEFAULT '',
  source VARCHAR(300) NOT NULL DEFAULT '',
  event_at DATETIME(6) NULL,
  place VARCHAR(300) NOT NULL DEFAULT '',
  starts_at DATETIME(6) NULL,
  ends_at DATETIME(6) NULL,
  registration VARCHAR(500) NOT NULL DEFAULT '',
  change_note VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'a correction of a published item is shown as such (D12.3)',
  body_json MEDIUMTEXT NOT NULL,
  PRIMARY KEY (item_id, version),
  CONSTRAINT news_article_version_item FOREIGN KEY (item_id) REFERENCES news_article (item_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_article_version'
