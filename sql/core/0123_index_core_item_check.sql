-- What waits for a check, with all that says whose it may be (D15.2, D15.3): a menu's number is counted from the index alone.
CREATE INDEX IF NOT EXISTS core_item_check ON core_item (state, state_since, author_person, checked_by, section_id);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_check' AND seq_in_index = 1
