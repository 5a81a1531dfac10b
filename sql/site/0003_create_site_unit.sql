-- Public copy of the units (D5.1).
CREATE TABLE site_unit (
  id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  short_name VARCHAR(100) NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  phone VARCHAR(40) NOT NULL DEFAULT '',
  email VARCHAR(200) NOT NULL DEFAULT '',
  functions TEXT NOT NULL DEFAULT '',
  position INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_unit'
