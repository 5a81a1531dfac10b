-- The mail itself, as it lies in the mailbox: erased with what was registered of it (D12.3b).
ALTER TABLE core_mail_in
  ADD COLUMN IF NOT EXISTS erased_at DATETIME(6) NULL COMMENT 'when its file was deleted because what it holds was purged',
  ADD KEY IF NOT EXISTS core_mail_in_intake (intake_id);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_mail_in' AND index_name = 'core_mail_in_intake' AND seq_in_index = 1
