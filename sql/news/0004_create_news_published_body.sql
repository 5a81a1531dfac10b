-- The rendered tree of a published article.
CREATE TABLE news_published_body (
  item_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  body_html MEDIUMTEXT NOT NULL,
  CONSTRAINT news_published_body_item FOREIGN KEY (item_id) REFERENCES news_published (item_id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_published_body'
