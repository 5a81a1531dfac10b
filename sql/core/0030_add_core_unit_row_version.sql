-- For "edited since you opened it" on the unit form.
ALTER TABLE core_unit ADD COLUMN IF NOT EXISTS row_version INT UNSIGNED NOT NULL DEFAULT 1;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_unit' AND column_name = 'row_version'
