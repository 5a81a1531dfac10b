-- What the page lists under "Tệp đính kèm": [{"file":…,"variant":…,"title":…,"bytes":…,"sha256":…}].
ALTER TABLE news_published_body ADD COLUMN IF NOT EXISTS attachments MEDIUMTEXT NOT NULL DEFAULT '[]';
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_published_body' AND column_name = 'attachments'
