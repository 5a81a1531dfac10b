-- The section tree of Điều 5 and what each section needs before publication (D12.1); the board edits it (D5.9f, D5.11).
CREATE TABLE core_section (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  parent_id BIGINT UNSIGNED NULL,
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  title VARCHAR(150) NOT NULL,
  short_title VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'in menus',
  item_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'other' COMMENT 'kind of the items written for it',
  clause VARCHAR(40) NOT NULL DEFAULT '',
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'article_list | pages | contact | event',
  description VARCHAR(500) NOT NULL DEFAULT '',
  position INT NOT NULL DEFAULT 0,
  is_hidden TINYINT NOT NULL DEFAULT 0,
  needs_unit_approval TINYINT NOT NULL DEFAULT 1,
  needs_verify TINYINT NOT NULL DEFAULT 1,
  needs_final_check TINYINT NOT NULL DEFAULT 1,
  event_at_required TINYINT NOT NULL DEFAULT 0,
  consent_note VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'D5.11: the leadership''s consent for information beyond the list',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  CONSTRAINT core_section_parent FOREIGN KEY (parent_id) REFERENCES core_section (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_section'
