-- Clocks that ended, by outcome and time: on-time rates of a month and the list behind each number, from the index alone.
CREATE INDEX IF NOT EXISTS core_clock_outcome ON core_clock (outcome, closed_at, id, duty_id);
-- verify: SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'core_clock' AND index_name = 'core_clock_outcome' AND seq_in_index = 1
