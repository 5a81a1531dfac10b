-- The history of changes that the page shows, ready, so that an article stays one row: [[microseconds, is minor, note], …], newest first.
ALTER TABLE news_published_body ADD COLUMN IF NOT EXISTS changes TEXT NOT NULL DEFAULT '[]';
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_published_body' AND column_name = 'changes'
