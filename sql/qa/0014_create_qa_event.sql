-- What happened to a matter, a row an act, never changed: the timeline of its page. The trail (chain matter:<id>) holds the digest of each text, so that
-- `portal check` finds one that was changed by hand.
CREATE TABLE qa_event (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  matter_id BIGINT UNSIGNED NOT NULL,
  forward_id BIGINT UNSIGNED NULL COMMENT 'of an act of a unit: which forward it answers',
  act VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as in the trail (core_audit.action)',
  person_id BIGINT UNSIGNED NULL COMMENT 'NULL: the system',
  authority VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'under what right',
  unit_id BIGINT UNSIGNED NULL COMMENT 'the unit that acted, or that it was sent to',
  at DATETIME(6) NOT NULL,
  text MEDIUMTEXT NOT NULL DEFAULT '',
  facts VARCHAR(4000) NOT NULL DEFAULT '' COMMENT 'what was decided beside it, a line each: limit, next date, document, how the reader was told',
  KEY qa_event_matter (matter_id, id),
  CONSTRAINT qa_event_matter FOREIGN KEY (matter_id) REFERENCES qa_matter (id),
  CONSTRAINT qa_event_forward FOREIGN KEY (forward_id) REFERENCES qa_forward (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'qa_event'
