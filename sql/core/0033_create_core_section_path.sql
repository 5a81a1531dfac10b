-- Whole paths at which readers found a section before it was moved, renamed or hidden; they redirect (a published address never dies).
CREATE TABLE core_section_path (
  path VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  section_id BIGINT UNSIGNED NOT NULL,
  since DATETIME(6) NOT NULL,
  CONSTRAINT core_section_path_section FOREIGN KEY (section_id) REFERENCES core_section (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_section_path'
