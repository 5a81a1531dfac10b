-- The few items that somebody asked to purge, of all that there are: they wait for a second person (D12.3b).
CREATE INDEX IF NOT EXISTS core_item_secrecy ON core_item (secrecy, state_since);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_secrecy' AND seq_in_index = 1
