-- When a sender of the import API was last here, and how often within the minute. Apart from core_import_sender, so that the program on the network writes
-- none of that.
CREATE TABLE core_import_use (
  sender_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  last_used_at DATETIME(6) NOT NULL,
  minute_at DATETIME(6) NOT NULL COMMENT 'when the minute that is counted began',
  requests INT UNSIGNED NOT NULL COMMENT 'in that minute',
  CONSTRAINT core_import_use_sender FOREIGN KEY (sender_id) REFERENCES core_import_sender (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_import_use'
