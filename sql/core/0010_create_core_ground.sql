-- Coded grounds of return (D4.2) and refusal (D12.3).
CREATE TABLE core_ground (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  clause VARCHAR(20) NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'return | refuse',
  label VARCHAR(300) NOT NULL,
  hint VARCHAR(500) NOT NULL DEFAULT '',
  is_secret TINYINT NOT NULL DEFAULT 0,
  position INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_ground'
