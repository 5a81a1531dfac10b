-- The inbox of the public form (D7.3, D9.1b): the public program adds a row and reads none; the worker `intake` registers it and empties it. `nonce` is that of the question by
-- which people are told from programs: it opens one form, once. Its files lie beside the store until they are taken over (shared/files/parcels.h).
CREATE TABLE core_intake_web (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  nonce CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  track_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of code and second secret of the receipt; the secret itself stands nowhere',
  code VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the receipt',
  content_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of everything that was sent: the same form sent twice is told from another',
  name VARCHAR(200) NOT NULL DEFAULT '',
  address VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'e-mail',
  phone VARCHAR(40) NOT NULL DEFAULT '',
  place VARCHAR(300) NOT NULL DEFAULT '',
  organisation VARCHAR(200) NOT NULL DEFAULT '',
  position VARCHAR(200) NOT NULL DEFAULT '',
  title VARCHAR(300) NOT NULL DEFAULT '',
  text MEDIUMTEXT NOT NULL DEFAULT '',
  event_at DATETIME(6) NULL,
  files TEXT NOT NULL DEFAULT '' COMMENT 'JSON: [{token, name, bytes}], in order',
  sent_at DATETIME(6) NOT NULL,
  state VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'new' COMMENT 'new | taken',
  UNIQUE KEY core_intake_web_nonce (nonce),
  UNIQUE KEY core_intake_web_track (track_digest),
  KEY core_intake_web_state (state, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_intake_web'
