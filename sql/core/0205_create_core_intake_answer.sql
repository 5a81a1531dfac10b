-- The inbox of completed sender data (D9.1b): the public program adds a row and reads none; the worker `intake` takes it over when its link is good, and empties it.
CREATE TABLE core_intake_answer (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL DEFAULT '',
  phone VARCHAR(40) NOT NULL DEFAULT '',
  place VARCHAR(300) NOT NULL DEFAULT '',
  organisation VARCHAR(200) NOT NULL DEFAULT '',
  position VARCHAR(200) NOT NULL DEFAULT '',
  sent_at DATETIME(6) NOT NULL,
  state VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'new' COMMENT 'new | taken | void',
  UNIQUE KEY core_intake_answer_token (token_digest),
  KEY core_intake_answer_state (state, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_intake_answer'
