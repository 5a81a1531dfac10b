-- What the office tells a person: what waits, what came back, what is due soon or overdue (D9.3, D9.4). A cause is told a person once, by whichever
-- program comes first. The title is the item's own, read when the notice is shown.
CREATE TABLE core_notice (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT UNSIGNED NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'waits | returned | posted | withdrawn | due_soon | overdue | quota | schedule',
  item_id BIGINT UNSIGNED NULL,
  unit_id BIGINT UNSIGNED NULL,
  clock_id BIGINT UNSIGNED NULL,
  cause VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what it comes from: item:7:12 (item and its row version), clock:5:late:…, quota:3:2026-11:20',
  text VARCHAR(600) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  read_at DATETIME(6) NULL,
  UNIQUE KEY core_notice_cause (person_id, cause),
  KEY core_notice_person (person_id, read_at, id),
  KEY core_notice_all (person_id, id),
  KEY core_notice_item (item_id, read_at),
  KEY core_notice_created (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_notice'
