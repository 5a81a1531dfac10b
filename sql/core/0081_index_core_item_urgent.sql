-- How often something was posted before the checks, counted along these few rows.
CREATE INDEX IF NOT EXISTS core_item_urgent ON core_item (urgent_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_urgent' AND seq_in_index = 1
