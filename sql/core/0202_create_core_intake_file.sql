-- The files that came with it. Each blob goes the way of every upload (core_file: quarantine, then made anew); what could not be kept says why.
CREATE TABLE core_intake_file (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  intake_id BIGINT UNSIGNED NOT NULL,
  file_id BIGINT UNSIGNED NULL COMMENT 'nothing: it was not kept',
  name VARCHAR(200) NOT NULL COMMENT 'as it was called where it came from',
  type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'what the sender says it is; decides nothing',
  bytes BIGINT UNSIGNED NOT NULL DEFAULT 0,
  reason VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'why it was not kept',
  KEY core_intake_file_intake (intake_id, id),
  KEY core_intake_file_file (file_id),
  CONSTRAINT core_intake_file_intake FOREIGN KEY (intake_id) REFERENCES core_intake (id),
  CONSTRAINT core_intake_file_file FOREIGN KEY (file_id) REFERENCES core_file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_intake_file'
