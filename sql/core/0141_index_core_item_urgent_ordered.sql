-- The few items that the leadership ordered to be posted before the checks: they wait for the secretary (D6.1).
CREATE INDEX IF NOT EXISTS core_item_urgent_ordered ON core_item (urgent_ordered_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_urgent_ordered' AND seq_in_index = 1
