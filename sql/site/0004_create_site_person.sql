-- Public copy of the directory: only people with is_public (D5.1).
CREATE TABLE site_person (
  id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  full_name VARCHAR(120) NOT NULL,
  job_title VARCHAR(200) NOT NULL DEFAULT '',
  unit_id BIGINT UNSIGNED NULL,
  phone VARCHAR(40) NOT NULL DEFAULT '',
  email VARCHAR(200) NOT NULL DEFAULT '',
  bio TEXT NOT NULL DEFAULT '',
  is_leader TINYINT NOT NULL DEFAULT 0,
  position INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_person'
