-- How much waits for the secretary in the intake register (D11.1), at most a thousand: the number in every office program's menu. A function, so that a program shows the number
-- and reads nothing of who sent what (D9.1b).
CREATE FUNCTION core_count_intake() RETURNS INT
READS SQL DATA
SQL SECURITY DEFINER
RETURN (SELECT COUNT(*) FROM (SELECT 1 FROM core_intake FORCE INDEX (core_intake_state) WHERE state IN ('held', 'received') LIMIT 1000) few);
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'core_count_intake'
