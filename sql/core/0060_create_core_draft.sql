-- What somebody typed and has not saved, kept apart from versions: one row for each opening of a form, written by the browser within five seconds.
-- A row that was saved or dropped is closed and empty, so that a late write of the same form does not bring it back; it goes after a day.
CREATE TABLE core_draft (
  draft_key CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'made for each opening of a form',
  person_id BIGINT UNSIGNED NOT NULL,
  subject VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'item:7, or new:news for an item that does not exist yet',
  base_version INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'the version that was in front of the person',
  sequence BIGINT UNSIGNED NOT NULL COMMENT 'rises with each write of the form; an older write changes nothing',
  title VARCHAR(300) NOT NULL DEFAULT '',
  fields MEDIUMTEXT NOT NULL COMMENT 'JSON object: the form as typed, not validated',
  began_at DATETIME(6) NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6) NULL,
  KEY core_draft_person (person_id, subject, saved_at),
  KEY core_draft_closed (closed_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_draft'
