-- What a unit is told is outdated (D9.3f).
CREATE INDEX IF NOT EXISTS core_item_flagged ON core_item (unit_id, flagged_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_flagged' AND seq_in_index = 1
