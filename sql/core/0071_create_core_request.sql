-- Requests for confirmation (D12.1): what the board asked a supplier or a competent unit about one version, with the answer and the times.
CREATE TABLE core_request (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  to_kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'supplier | unit',
  to_unit BIGINT UNSIGNED NOT NULL COMMENT 'the asked unit; that of the item when its supplier is asked',
  to_person BIGINT UNSIGNED NULL COMMENT 'the supplier',
  asked_by BIGINT UNSIGNED NOT NULL COMMENT 'person',
  authority VARCHAR(200) NOT NULL DEFAULT '',
  asked_at DATETIME(6) NOT NULL,
  question TEXT NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'open' COMMENT 'open | answered | taken_back | closed',
  ended_by BIGINT UNSIGNED NULL COMMENT 'person who answered or took it back; NULL: the item left the board',
  answer TEXT NOT NULL DEFAULT '',
  ended_at DATETIME(6) NULL,
  KEY core_request_item (item_id, state),
  KEY core_request_unit (to_unit, state, asked_at),
  KEY core_request_person (to_person, state, asked_at),
  CONSTRAINT core_request_item FOREIGN KEY (item_id) REFERENCES core_item (id),
  CONSTRAINT core_request_unit FOREIGN KEY (to_unit) REFERENCES core_unit (id),
  CONSTRAINT core_request_ended CHECK ((state = 'open') = (ended_at IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_request'
