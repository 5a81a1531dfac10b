-- Divisions, units, local units (D7.2, D9.4). Abolished or merged ones keep their row with valid_to.
CREATE TABLE core_unit (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  name VARCHAR(200) NOT NULL,
  short_name VARCHAR(100) NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'department | public_service | local | board',
  phone VARCHAR(40) NOT NULL DEFAULT '',
  email VARCHAR(200) NOT NULL DEFAULT '',
  functions TEXT NOT NULL DEFAULT '',
  position INT NOT NULL DEFAULT 0,
  valid_from DATE NOT NULL DEFAULT '2020-01-01',
  valid_to DATE NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_unit'
