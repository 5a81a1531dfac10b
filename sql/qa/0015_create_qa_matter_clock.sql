-- The clocks of a matter (D9.3e, D11.2, D11.3): their subjects name it too, this way round they are found by an index.
CREATE TABLE qa_matter_clock (
  matter_id BIGINT UNSIGNED NOT NULL,
  clock_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (matter_id, clock_id),
  UNIQUE KEY qa_matter_clock_clock (clock_id),
  CONSTRAINT qa_matter_clock_matter FOREIGN KEY (matter_id) REFERENCES qa_matter (id),
  CONSTRAINT qa_matter_clock_clock FOREIGN KEY (clock_id) REFERENCES core_clock (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'qa_matter_clock'
