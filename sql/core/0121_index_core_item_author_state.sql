-- A person's own items of one state in the order of waiting, without reading all that the person ever wrote.
CREATE INDEX IF NOT EXISTS core_item_author_state ON core_item (author_person, state, state_since);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_author_state' AND seq_in_index = 1
