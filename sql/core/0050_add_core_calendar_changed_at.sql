-- When somebody last changed the calendar in the office: readers' programs are told whether what they keep is the newest (iCalendar's DTSTAMP).
ALTER TABLE core_calendar ADD COLUMN IF NOT EXISTS changed_at DATETIME(6) NULL;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_calendar' AND column_name = 'changed_at'
