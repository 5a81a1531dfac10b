-- One article of the news module; its words are in versions.
CREATE TABLE news_article (
  item_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  slug VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'fixed at first publication',
  CONSTRAINT news_article_item FOREIGN KEY (item_id) REFERENCES core_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_article'
