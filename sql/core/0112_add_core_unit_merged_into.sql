-- Who goes on with the work of a unit that ended. Always a unit that has not: a successor that ends in its turn hands its predecessors on. The heads of
-- that unit answer for the items of the ended one, which keep its name (decision 0025).
ALTER TABLE core_unit
  ADD COLUMN IF NOT EXISTS merged_into BIGINT UNSIGNED NULL AFTER valid_to,
  ADD KEY IF NOT EXISTS core_unit_merged (merged_into);
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'core_unit' AND column_name = 'merged_into'
