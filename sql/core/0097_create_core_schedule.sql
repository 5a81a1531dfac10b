-- What is to happen with an item at a time that somebody set: posted (exactly the version that had passed, D15.3), or its time on the site over. Done once,
-- under that person's rights as they are then; a row that could not be carried out says why.
CREATE TABLE core_schedule (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT UNSIGNED NOT NULL,
  act VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'publish | expire',
  version INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'publish: the version that passed the last check',
  at DATETIME(6) NOT NULL,
  mode VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'expire: unlist | withdraw',
  notice VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'expire by withdrawal: what readers are told',
  is_minor TINYINT NOT NULL DEFAULT 0 COMMENT 'publish of a working copy: the change tells readers nothing new',
  change_note VARCHAR(500) NOT NULL DEFAULT '',
  person_id BIGINT UNSIGNED NOT NULL COMMENT 'who set it',
  account_id BIGINT UNSIGNED NOT NULL,
  created_at DATETIME(6) NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'waiting' COMMENT 'waiting | done | failed | cancelled',
  ended_at DATETIME(6) NULL,
  why VARCHAR(500) NOT NULL DEFAULT '',
  KEY core_schedule_due (state, at, id),
  KEY core_schedule_item (item_id, act, id),
  CONSTRAINT core_schedule_item FOREIGN KEY (item_id) REFERENCES core_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_schedule'
