-- The calendar by which the unit's own times run, when it is not the department's (D9.3): a unit elsewhere, with other hours or other days off.
ALTER TABLE core_unit ADD COLUMN IF NOT EXISTS calendar_id BIGINT UNSIGNED NULL COMMENT 'NULL: the own calendar of the department', ADD CONSTRAINT core_unit_calendar FOREIGN KEY IF NOT EXISTS (calendar_id) REFERENCES core_calendar (id);
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_unit' AND column_name = 'calendar_id'
