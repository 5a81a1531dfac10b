-- A matter: a question (D11.3, D9.3e) or feedback (D11.2) that a reader sent. Here is what lists show; what the reader wrote and who they are stands apart
-- (qa_matter_body), so that programs that only list and count never read personal data.
CREATE TABLE qa_matter (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'HD-2026-0007 a question, PH-2026-0003 feedback',
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'question | feedback',
  channel VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'web | email | phone | paper',
  title VARCHAR(300) NOT NULL,
  received_at DATETIME(6) NOT NULL COMMENT 'when it reached the department: the clock of D9.3e runs from here',
  registered_at DATETIME(6) NOT NULL,
  registered_by BIGINT UNSIGNED NOT NULL COMMENT 'person',
  state VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'received | with_unit | returned | unit_answered | answered | outside | dropped',
  state_since DATETIME(6) NOT NULL,
  awaits_direction TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'the leadership was asked and has not said yet (D11.2, D11.3)',
  is_directed TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'an instruction of the leadership is recorded (D11.4)',
  forward_id BIGINT UNSIGNED NULL COMMENT 'the forward that counts now',
  unit_id BIGINT UNSIGNED NULL COMMENT 'its lead unit',
  clocks INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'clocks begun so far: the last number of their subjects',
  is_open TINYINT(1) AS (state IN ('received', 'with_unit', 'returned', 'unit_answered')) STORED,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY qa_matter_code (code),
  KEY qa_matter_received (received_at, id),
  KEY qa_matter_open (is_open, received_at, id),
  KEY qa_matter_state (state, received_at, id),
  KEY qa_matter_direction (awaits_direction, received_at),
  CONSTRAINT qa_matter_registered FOREIGN KEY (registered_by) REFERENCES core_person (id),
  CONSTRAINT qa_matter_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'qa_matter'
