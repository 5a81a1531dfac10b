-- Reasons and old/new values that belong to audit rows; purgeable while the chain still verifies.
CREATE TABLE core_audit_note (
  chain VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq INT UNSIGNED NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (chain, seq)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_audit_note'
