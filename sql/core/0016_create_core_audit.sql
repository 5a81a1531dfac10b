-- The append-only trail: one hash chain per thing ("item:7", "account:3"…), digests only.
CREATE TABLE core_audit (
  chain VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq INT UNSIGNED NOT NULL,
  at DATETIME(6) NOT NULL,
  person_id BIGINT UNSIGNED NULL,
  account_id BIGINT UNSIGNED NULL,
  action VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  to_state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  version INT UNSIGNED NOT NULL DEFAULT 0,
  content_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  authority VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'under what right: role, unit, delegation number',
  ground VARCHAR(40) NOT NULL DEFAULT '',
  note_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  previous CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (chain, seq),
  KEY core_audit_person (person_id, at),
  KEY core_audit_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_audit'
