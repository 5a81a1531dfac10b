-- The scheduler's recurring tasks: when each is due next and who has it now. Claimed by row, so that two schedulers do it once; a claim that its
-- scheduler did not finish is free again after a minute.
CREATE TABLE core_task (
  name VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  due_at DATETIME(6) NOT NULL,
  claimed_by CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  claimed_at DATETIME(6) NULL,
  done_at DATETIME(6) NULL COMMENT 'last time that it was carried out',
  last_error VARCHAR(500) NOT NULL DEFAULT ''
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_task'
