-- Portals whose RSS or Atom channel is taken into the register (D2.3, D3.2d): the ministry's, the province's. Who answers for the information there stands
-- here (D9.1b, D3.2đ), so that each thing has its supplier's data; section and unit are a hint for the secretary, who decides (D11.1).
CREATE TABLE core_feed_source (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(200) NOT NULL COMMENT 'as it stands behind "Nguồn" in an article',
  address VARCHAR(500) NOT NULL COMMENT 'of the channel: http or https',
  contact_name VARCHAR(200) NOT NULL,
  contact_address VARCHAR(200) NOT NULL COMMENT 'e-mail',
  contact_phone VARCHAR(40) NOT NULL DEFAULT '',
  contact_place VARCHAR(300) NOT NULL DEFAULT '',
  section_id BIGINT UNSIGNED NULL,
  unit_id BIGINT UNSIGNED NULL,
  every_minutes INT UNSIGNED NOT NULL,
  valid_from DATE NOT NULL COMMENT 'in Viet Nam; what was published before is not taken',
  valid_to DATE NULL COMMENT 'the last day',
  is_on TINYINT(1) NOT NULL DEFAULT 1,
  made_by BIGINT UNSIGNED NOT NULL,
  made_at DATETIME(6) NOT NULL,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY core_feed_source_address (address),
  CONSTRAINT core_feed_source_section FOREIGN KEY (section_id) REFERENCES core_section (id),
  CONSTRAINT core_feed_source_unit FOREIGN KEY (unit_id) REFERENCES core_unit (id),
  CONSTRAINT core_feed_source_made FOREIGN KEY (made_by) REFERENCES core_person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_feed_source'
