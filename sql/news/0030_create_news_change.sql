-- Each posting of a new version of an article that was up (D12.3): what it says to readers. A minor change (a misprint) tells them nothing. Append only.
CREATE TABLE news_change (
  item_id BIGINT UNSIGNED NOT NULL,
  at DATETIME(6) NOT NULL COMMENT 'of the posting, as in the trail',
  version INT UNSIGNED NOT NULL,
  is_minor TINYINT NOT NULL,
  note VARCHAR(500) NOT NULL DEFAULT '',
  PRIMARY KEY (item_id, at),
  CONSTRAINT news_change_item FOREIGN KEY (item_id) REFERENCES news_article (item_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_change'
