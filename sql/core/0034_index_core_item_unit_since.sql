-- Every item of a unit, newest act first: the office's list for who heads it, without reading and sorting all that the unit ever had.
CREATE INDEX IF NOT EXISTS core_item_unit_since ON core_item (unit_id, state_since, id);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_unit_since' AND seq_in_index = 1
