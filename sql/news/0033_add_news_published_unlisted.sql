-- The public copy of news_article.unlisted_at: the page says that its time is over, lists leave it out.
ALTER TABLE news_published ADD COLUMN IF NOT EXISTS unlisted_at DATETIME(6) NULL;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_published' AND column_name = 'unlisted_at'
