-- What the reader wrote and who they are (personal data: shown to those who handle the matter, D9.1b, D11.5). Written once.
CREATE TABLE qa_matter_body (
  matter_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  text MEDIUMTEXT NOT NULL,
  asker_name VARCHAR(200) NOT NULL,
  asker_email VARCHAR(200) NOT NULL DEFAULT '',
  asker_phone VARCHAR(40) NOT NULL DEFAULT '',
  asker_address VARCHAR(300) NOT NULL DEFAULT '',
  CONSTRAINT qa_matter_body_matter FOREIGN KEY (matter_id) REFERENCES qa_matter (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'qa_matter_body'
