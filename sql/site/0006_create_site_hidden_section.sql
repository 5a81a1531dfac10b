-- Sections that readers knew and that the board has hidden since, or that lie below such a one: in no menu, list or map, but their articles keep
-- their addresses (a published address never dies). Programs of the version before read site_section alone and show none of them.
CREATE TABLE site_hidden_section (
  id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  parent_id BIGINT UNSIGNED NULL,
  path VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'begins and ends with /',
  title VARCHAR(150) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_hidden_section'
