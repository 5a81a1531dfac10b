-- Office sessions; the token itself is never stored.
CREATE TABLE core_session (
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  account_id BIGINT UNSIGNED NOT NULL,
  csrf CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'full | second_factor',
  created_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  remote_address VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  user_agent VARCHAR(300) NOT NULL DEFAULT '',
  KEY core_session_account (account_id),
  KEY core_session_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_session'
