-- How much of the intake register waits for the secretary, for the menu of every office program: a number, without the senders' data (D9.1b). At most a thousand.
CREATE OR REPLACE PROCEDURE core_count_intake(OUT waiting BIGINT)
SQL SECURITY DEFINER
BEGIN
  SELECT COUNT(*) INTO waiting FROM (SELECT 1 FROM core_intake FORCE INDEX (core_intake_state) WHERE state IN ('held', 'received') LIMIT 1000) few;
END;
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'core_count_intake'
