-- Settings with their meaning: contact data (D5.10), rules such as four-eyes.
CREATE TABLE core_setting (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  label VARCHAR(200) NOT NULL,
  help VARCHAR(500) NOT NULL DEFAULT '',
  row_version INT UNSIGNED NOT NULL DEFAULT 1
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_setting'
