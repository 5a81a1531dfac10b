-- What an author is told is outdated (D9.3f), of all that the person ever wrote.
CREATE INDEX IF NOT EXISTS core_item_author_flagged ON core_item (author_person, flagged_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_item' AND index_name = 'core_item_author_flagged' AND seq_in_index = 1
