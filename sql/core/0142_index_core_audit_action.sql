-- Acts of one kind in a span of time: urgent postings are counted from the trail, which no later posting of the same item overwrites (D6.1, D15.3).
CREATE INDEX IF NOT EXISTS core_audit_action ON core_audit (action, at);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_audit' AND index_name = 'core_audit_action' AND seq_in_index = 1
