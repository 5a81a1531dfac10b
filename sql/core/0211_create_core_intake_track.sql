-- Receipts by which senders see what became of their things (D7.3): code and second secret, as one digest. Who sent the same thing twice has two.
CREATE TABLE core_intake_track (
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  intake_id BIGINT UNSIGNED NOT NULL,
  code VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'where the office prints it on a slip; else its owner alone has it',
  made_at DATETIME(6) NOT NULL,
  KEY core_intake_track_intake (intake_id, made_at),
  KEY core_intake_track_code (code),
  CONSTRAINT core_intake_track_intake FOREIGN KEY (intake_id) REFERENCES core_intake (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_intake_track'
