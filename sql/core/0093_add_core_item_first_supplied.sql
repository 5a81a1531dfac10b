-- When an item first reached the board: the month in which it counts for its unit (D9.4). supplied_at moves with every later supply.
ALTER TABLE core_item
  ADD COLUMN IF NOT EXISTS first_supplied_at DATETIME(6) NULL,
  ADD KEY IF NOT EXISTS core_item_first_supplied (first_supplied_at, unit_id),
  ADD KEY IF NOT EXISTS core_item_unit_supplied (unit_id, first_supplied_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_unit_supplied' AND seq_in_index = 1
