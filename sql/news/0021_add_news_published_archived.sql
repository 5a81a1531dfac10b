-- An archived article has left the lists, keeps its address and says so (D13.2).
ALTER TABLE news_published ADD COLUMN IF NOT EXISTS archived_at DATETIME(6) NULL;
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_published' AND column_name = 'archived_at'
