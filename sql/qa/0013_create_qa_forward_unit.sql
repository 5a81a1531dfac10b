-- Every unit of a forward, the lead unit among them: who may see the matter (D11.4).
CREATE TABLE qa_forward_unit (
  forward_id BIGINT UNSIGNED NOT NULL,
  unit_id BIGINT UNSIGNED NOT NULL,
  matter_id BIGINT UNSIGNED NOT NULL,
  is_lead TINYINT(1) NOT NULL,
  PRIMARY KEY (forward_id, unit_id),
  KEY qa_forward_unit_unit (unit_id, matter_id),
  KEY qa_forward_unit_matter (matter_id, unit_id),
  CONSTRAINT qa_forward_unit_forward FOREIGN KEY (forward_id) REFERENCES qa_forward (id),
  CONSTRAINT qa_forward_unit_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id),
  CONSTRAINT qa_forward_unit_matter FOREIGN KEY (matter_id) REFERENCES qa_matter (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'qa_forward_unit'
