-- Times that do not count on a clock, each with its ground and evidence; an open one has no end yet.
CREATE TABLE core_clock_pause (
  clock_id BIGINT UNSIGNED NOT NULL,
  from_at DATETIME(6) NOT NULL,
  to_at DATETIME(6) NULL,
  ground VARCHAR(300) NOT NULL,
  evidence VARCHAR(300) NOT NULL COMMENT 'number of the letter, request or decision',
  person_id BIGINT UNSIGNED NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (clock_id, from_at),
  CONSTRAINT core_clock_pause_clock FOREIGN KEY (clock_id) REFERENCES core_clock (id),
  CONSTRAINT core_clock_pause_span CHECK (to_at IS NULL OR to_at >= from_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_clock_pause'
