-- Documents and statistics that the department's own leadership issues are posted when their signed original is confirmed (D9.1c).
ALTER TABLE core_section_rule ADD COLUMN IF NOT EXISTS needs_original TINYINT NOT NULL DEFAULT 0 COMMENT 'D9.1c: no posting before the signed original is confirmed';
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_section_rule' AND column_name = 'needs_original'
