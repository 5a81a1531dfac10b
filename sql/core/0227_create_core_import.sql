-- What was sent in through the import API, by its key: the same request again is answered as before and makes nothing new (D7, D9.1a). Kept as long as the
-- register, since it also says whose a thing is.
CREATE TABLE core_import (
  sender_id BIGINT UNSIGNED NOT NULL,
  request_key VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Idempotency-Key',
  body_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of what was sent under it',
  code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the thing',
  intake_id BIGINT UNSIGNED NOT NULL,
  received_at DATETIME(6) NOT NULL,
  PRIMARY KEY (sender_id, request_key),
  UNIQUE KEY core_import_intake (intake_id),
  KEY core_import_code (sender_id, code),
  CONSTRAINT core_import_sender FOREIGN KEY (sender_id) REFERENCES core_import_sender (id),
  CONSTRAINT core_import_intake FOREIGN KEY (intake_id) REFERENCES core_intake (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_import'
