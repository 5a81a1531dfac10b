-- Withdrawn articles: their address says so (notice), or is gone, or leads elsewhere (D12.3).
CREATE TABLE news_gone (
  slug VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  item_id BIGINT UNSIGNED NOT NULL,
  mode VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'notice | gone | redirect',
  title VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'only for a notice',
  notice VARCHAR(500) NOT NULL DEFAULT '',
  redirect_to VARCHAR(300) NOT NULL DEFAULT '',
  withdrawn_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'news_gone'
