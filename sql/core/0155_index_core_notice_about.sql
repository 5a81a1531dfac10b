-- What was told of a thing that is no item ("matter:7:…", "clock:5:…") is settled by its cause when the next act is done.
CREATE INDEX IF NOT EXISTS core_notice_about ON core_notice (cause, read_at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_notice' AND index_name = 'core_notice_about' AND seq_in_index = 1
