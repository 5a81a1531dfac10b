-- What has been told of a clock (D9.3: reminders before and at the due time): the due time that was reminded of, and the one whose passing was told. tell_at
-- follows by itself, also from a due time that is reckoned anew: when the next notice is to go out, NULL when none is.
ALTER TABLE core_clock
  ADD COLUMN IF NOT EXISTS told_due DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS told_late DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS tell_at DATETIME(6) AS (CASE WHEN state <> 'open' OR due_at IS NULL OR told_late <=> due_at THEN NULL
    WHEN told_due <=> due_at THEN due_at ELSE COALESCE(remind_at, due_at) END) STORED,
  ADD KEY IF NOT EXISTS core_clock_tell (tell_at, id);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_clock' AND index_name = 'core_clock_tell' AND seq_in_index = 1
