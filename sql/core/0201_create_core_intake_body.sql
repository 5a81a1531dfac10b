-- What somebody sent in: written once. Lists never read it; of an item that was hidden (D12.3b) it is shown to nobody, and its purge empties it (0207).
CREATE TABLE core_intake_body (
  intake_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  text MEDIUMTEXT NOT NULL COMMENT 'Unicode, NFC, lines end with \\n',
  document MEDIUMTEXT NOT NULL DEFAULT '' COMMENT 'the rich-text tree of a web form; empty for what has lines only',
  original MEDIUMTEXT NOT NULL DEFAULT '' COMMENT 'as it came, when the text was read in another encoding (D4.1a)',
  encoding VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'then which',
  remark VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what became of it on the way: taken from HTML, cut',
  CONSTRAINT core_intake_body_intake FOREIGN KEY (intake_id) REFERENCES core_intake (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_intake_body'
