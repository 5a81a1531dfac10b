-- What a leader reminded of, once per cause and day (D9.4, D14.3đ): the key holds two people who remind at the same time apart. The notices that it made are in
-- core_notice, who reminded whom is in the trail as well.
CREATE TABLE core_reminder (
  day DATE NOT NULL COMMENT 'in Viet Nam',
  cause VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'clock:5; quota:3:2026-11',
  person_id BIGINT UNSIGNED NOT NULL COMMENT 'who reminded',
  reminded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (day, cause),
  CONSTRAINT core_reminder_person FOREIGN KEY (person_id) REFERENCES core_person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_reminder'
