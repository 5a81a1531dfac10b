-- The few items that somebody must still look at, of all that there are.
CREATE INDEX IF NOT EXISTS core_item_awaits ON core_item (awaits, state_since);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_awaits' AND seq_in_index = 1
