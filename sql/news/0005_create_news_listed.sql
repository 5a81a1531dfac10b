-- One row per published article and section that lists it (its own and every ancestor; section 0 is the whole site): keyset pages at any depth.
CREATE TABLE news_listed (
  section_id BIGINT UNSIGNED NOT NULL,
  published_at DATETIME(6) NOT NULL,
  item_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (section_id, published_at, item_id),
  KEY news_listed_item (item_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_listed'
