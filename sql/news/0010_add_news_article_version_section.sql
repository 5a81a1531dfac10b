-- The section that the article was meant for when the version was saved, so that versions can be compared by it; unknown for older ones.
ALTER TABLE news_article_version ADD COLUMN IF NOT EXISTS section_id BIGINT UNSIGNED NULL;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_article_version' AND column_name = 'section_id'
