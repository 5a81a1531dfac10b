-- Public copy of the section tree; hidden sections are not here.
CREATE TABLE site_section (
  id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  parent_id BIGINT UNSIGNED NULL,
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  path VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'begins and ends with /',
  title VARCHAR(150) NOT NULL,
  short_title VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'in menus',
  item_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'other' COMMENT 'kind of the items written for it',
  clause VARCHAR(40) NOT NULL DEFAULT '',
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  description VARCHAR(500) NOT NULL DEFAULT '',
  position INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_section'
