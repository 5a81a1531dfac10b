-- A forward: a matter sent to a lead unit, alone or in a batch (D11.2, D11.3, D11.4). A matter that goes to another unit has another forward; its units see
-- the matter while the forward was not ended by a return or by another one.
CREATE TABLE qa_forward (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  matter_id BIGINT UNSIGNED NOT NULL,
  unit_id BIGINT UNSIGNED NOT NULL COMMENT 'the lead unit',
  batch VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'DOT-2026-0003: several matters at once (D11.3); empty: singly',
  limit_days INT UNSIGNED NULL COMMENT 'working days that the board gave (questions, D11.3)',
  forwarded_at DATETIME(6) NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'open' COMMENT 'open | answered | returned | replaced | ended (the board answered first)',
  assigned_to BIGINT UNSIGNED NULL COMMENT 'person of the lead unit whom its head gave the matter',
  clock_id BIGINT UNSIGNED NULL COMMENT 'the unit''s clock that runs, or ran last',
  KEY qa_forward_matter (matter_id, id),
  KEY qa_forward_unit (unit_id, state, matter_id),
  KEY qa_forward_assigned (assigned_to, state, matter_id),
  CONSTRAINT qa_forward_matter FOREIGN KEY (matter_id) REFERENCES qa_matter (id),
  CONSTRAINT qa_forward_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id),
  CONSTRAINT qa_forward_assigned FOREIGN KEY (assigned_to) REFERENCES core_person (id),
  CONSTRAINT qa_forward_clock FOREIGN KEY (clock_id) REFERENCES core_clock (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'qa_forward'
