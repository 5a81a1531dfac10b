-- Mail about a thing of the intake register: to whom it may concern, who need be nobody of the directory. A mail that came back is known by its bounce.
ALTER TABLE core_mail
  MODIFY COLUMN person_id BIGINT UNSIGNED NULL COMMENT 'whom it is for; nobody of the directory: the sender of intake_id',
  MODIFY COLUMN kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'notice | digest | letter | receipt | refusal',
  ADD COLUMN IF NOT EXISTS intake_id BIGINT UNSIGNED NULL COMMENT 'core_intake' AFTER item_id,
  ADD COLUMN IF NOT EXISTS bounced_at DATETIME(6) NULL COMMENT 'when its bounce came' AFTER sent_at,
  ADD UNIQUE KEY IF NOT EXISTS core_mail_intake (intake_id, kind),
  ADD KEY IF NOT EXISTS core_mail_address (address, created_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_mail' AND index_name = 'core_mail_address' AND seq_in_index = 1
