-- Since when the article is off the lists because its time is over; its address stays. The next posting lists it again.
ALTER TABLE news_article ADD COLUMN IF NOT EXISTS unlisted_at DATETIME(6) NULL;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_article' AND column_name = 'unlisted_at'
