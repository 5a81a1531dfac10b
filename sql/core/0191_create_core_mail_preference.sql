-- How a person wants the office's notices by mail; without a row each at once. The office's bell has all of them in any case.
CREATE TABLE core_mail_preference (
  person_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  mode VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'at_once | digest | none',
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT core_mail_preference_person FOREIGN KEY (person_id) REFERENCES core_person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_mail_preference'
