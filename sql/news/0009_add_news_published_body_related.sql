-- What the page shows under "Cùng chuyên mục", ready, so that an article is read as one row.
ALTER TABLE news_published_body ADD COLUMN IF NOT EXISTS related TEXT NOT NULL DEFAULT '[]';
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_published_body' AND column_name = 'related'
