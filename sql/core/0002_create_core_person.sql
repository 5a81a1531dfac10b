-- People. Rights are compared by person, not by account; D9.1b data, D5.1 directory.
CREATE TABLE core_person (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  full_name VARCHAR(120) NOT NULL,
  job_title VARCHAR(200) NOT NULL DEFAULT '',
  unit_id BIGINT UNSIGNED NULL,
  phone VARCHAR(40) NOT NULL DEFAULT '',
  email VARCHAR(200) NOT NULL DEFAULT '',
  bio TEXT NOT NULL DEFAULT '',
  is_leader TINYINT NOT NULL DEFAULT 0,
  is_public TINYINT NOT NULL DEFAULT 0,
  position INT NOT NULL DEFAULT 0,
  CONSTRAINT core_person_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_person'
