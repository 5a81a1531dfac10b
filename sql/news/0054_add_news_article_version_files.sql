-- The leading picture and the attachments of a version: {"lead": {…}, "attachments": […]}, '' when it has none. Pictures within the text stand in body_json.
ALTER TABLE news_article_version ADD COLUMN IF NOT EXISTS files_json MEDIUMTEXT NOT NULL DEFAULT '';
-- verify: SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'news_article_version' AND column_name = 'files_json'
