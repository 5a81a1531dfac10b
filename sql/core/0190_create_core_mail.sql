-- Mail that the portal sends (D9.3, D12.3, D4.2): a row for each message, written in the transaction of the act that it is about. It says about what, to whom
-- and how far it got; the words are made when it is sent, by the rules of what may be read then (D12.3b). The Message-ID is fixed here, so that a message
-- that has to be handed over again is known to be the same.
CREATE TABLE core_mail (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'notice | digest | letter',
  person_id BIGINT UNSIGNED NOT NULL COMMENT 'whom it is for',
  address VARCHAR(200) NOT NULL,
  notice_id BIGINT UNSIGNED NULL COMMENT 'core_notice',
  letter_id BIGINT UNSIGNED NULL COMMENT 'core_letter',
  item_id BIGINT UNSIGNED NULL,
  digest_day DATE NULL COMMENT 'of a digest, in Viet Nam',
  message_id VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'without <>; before the @ the tag of the reply address',
  state VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ready' COMMENT 'ready | sending | sent | dead | cancelled',
  attempts INT UNSIGNED NOT NULL DEFAULT 0,
  resends INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often a person had it sent again',
  available_at DATETIME(6) NOT NULL,
  since DATETIME(6) NOT NULL COMMENT 'when its 72 hours began',
  claimed_by VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'node:process:its start',
  claimed_at DATETIME(6) NULL,
  last_error VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'in Vietnamese, for the office',
  created_at DATETIME(6) NOT NULL,
  sent_at DATETIME(6) NULL,
  UNIQUE KEY core_mail_message (message_id),
  UNIQUE KEY core_mail_notice (notice_id),
  UNIQUE KEY core_mail_letter (letter_id),
  UNIQUE KEY core_mail_digest (person_id, digest_day),
  KEY core_mail_next (state, available_at, id),
  KEY core_mail_state (state, id),
  KEY core_mail_claimed (claimed_at),
  KEY core_mail_created (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_mail'
