-- Public copy of the regulation's time limits: what readers' deadline calculator offers. Whose time it is and when it warns is the office's business.
CREATE TABLE site_duty (
  id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  clause VARCHAR(20) NOT NULL,
  title VARCHAR(300) NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL COMMENT 'last day',
  start_event VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount INT UNSIGNED NULL,
  unit VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  window_kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  first_week VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  roll_forward TINYINT NOT NULL DEFAULT 0,
  note VARCHAR(500) NOT NULL DEFAULT '',
  KEY site_duty_code (code, valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_duty'
