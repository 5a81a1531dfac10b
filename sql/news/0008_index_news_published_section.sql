-- Every article of a section: for the lists when the board moves, hides or shows it, and for the neighbours of each by time.
CREATE INDEX IF NOT EXISTS news_published_section ON news_published (section_id, published_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'news_published' AND index_name = 'news_published_section'
