-- The leading picture as lists and cards show it, rendered when it was posted; '' when there is none.
ALTER TABLE news_published ADD COLUMN IF NOT EXISTS card_html VARCHAR(4000) NOT NULL DEFAULT '';
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_published' AND column_name = 'card_html'
