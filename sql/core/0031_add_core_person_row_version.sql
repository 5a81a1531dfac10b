-- For "edited since you opened it" on the person form.
ALTER TABLE core_person ADD COLUMN IF NOT EXISTS row_version INT UNSIGNED NOT NULL DEFAULT 1;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_person' AND column_name = 'row_version'
