-- Public copy of the units that ended (D5.1): an address of one, or a name that a reader remembers, still finds who does its work now.
CREATE TABLE site_former_unit (
  id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  ended_on DATE NOT NULL COMMENT 'last day',
  into_id BIGINT UNSIGNED NULL,
  into_name VARCHAR(200) NOT NULL DEFAULT '',
  position INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'site_former_unit'
