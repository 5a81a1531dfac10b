-- Every mail that reached the board's mailbox, whatever became of it: as many rows here as mails there. The row is made before a mail is opened and ended in the
-- transaction that registers it, so that a killed worker neither loses nor doubles one, and a mail that takes the worker down is known by its attempts.
CREATE TABLE core_mail_in (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which mail of which mailbox: maildir:<name>',
  bytes BIGINT UNSIGNED NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  attempts INT UNSIGNED NOT NULL DEFAULT 1,
  verdict VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'accept | hold | refuse | reply | bounce | auto_reply | loop | duplicate; empty: not ended',
  reason VARCHAR(300) NOT NULL DEFAULT '',
  sender_address VARCHAR(200) NOT NULL DEFAULT '',
  message_id VARCHAR(250) CHARACTER SET ascii COLLATE ascii_bin NULL,
  intake_id BIGINT UNSIGNED NULL COMMENT 'what was registered, or was there already',
  mail_id BIGINT UNSIGNED NULL COMMENT 'core_mail that it is about: a bounce, an answer by a program',
  done_at DATETIME(6) NULL,
  UNIQUE KEY core_mail_in_source (source),
  KEY core_mail_in_done (done_at),
  KEY core_mail_in_verdict (verdict, id),
  KEY core_mail_in_about (mail_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_mail_in'
