-- Obligations with a time (D9.3, D9.4, D11, D13, D18.5, D20.1). A change of the regulation is another row of the same code with a from-date:
-- a clock that began before keeps the row that was in force at its start.
CREATE TABLE core_duty (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'D9.3a, D9.3đ-thang …',
  valid_from DATE NOT NULL COMMENT 'first day whose start events it rules',
  valid_to DATE NULL COMMENT 'last day',
  clause VARCHAR(20) NOT NULL,
  title VARCHAR(300) NOT NULL,
  subject VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'item | feedback | question | unit_month | board_month | board_day',
  kinds VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'kinds of items that it binds (unit_month: of units), with commas; empty: every kind',
  start_event VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stop_event VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount INT UNSIGNED NULL COMMENT 'NULL for a window, and where the subject itself says how long',
  unit VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'working_hours | working_days | calendar_days | window',
  window_kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'first_week_of_next_month | first_10_days_of_next_quarter',
  first_week VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'days_1_7 | first_mon_fri_week',
  roll_forward TINYINT NOT NULL DEFAULT 0,
  extended_amount INT UNSIGNED NULL COMMENT 'the most it may be extended to (D9.3e: 15 to 30)',
  amber_minutes INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'amber from so many office minutes before the due time',
  remind_minutes INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'reminder so many office minutes before the due time',
  party VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'supplier | board | unit | office: whose time it is (nobody is blamed for another''s)',
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who answers for it',
  note VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'how the clause was read',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY core_duty_code (code, valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_vietnamese_as_ci;
-- verify: SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'core_duty'
