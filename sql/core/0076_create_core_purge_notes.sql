-- Deletes the reasons and the letters of an item on the state-secret ground (D12.3b). They are append-only for every program; this procedure gives
-- them up only when the trail has the request of one person and the approval of another one, both after the item was hidden. What was said since then
-- stays: it was written knowing that the item is secret.
CREATE PROCEDURE core_purge_notes(IN wanted BIGINT UNSIGNED)
SQL SECURITY DEFINER
BEGIN
  DECLARE hidden DATETIME(6) DEFAULT (SELECT hidden_at FROM core_item WHERE id = wanted AND secrecy = 'purged');
  IF hidden IS NULL OR NOT EXISTS (
    SELECT 1 FROM core_audit one JOIN core_audit two ON two.chain = one.chain AND two.seq > one.seq AND two.person_id <> one.person_id
    WHERE one.chain = CONCAT('item:', wanted) AND one.action = 'ask_purge' AND two.action = 'purge' AND one.at >= hidden) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the trail shows no approval by two people';
  END IF;
  DELETE FROM core_audit_note WHERE chain = CONCAT('item:', wanted) AND seq IN (
    SELECT seq FROM core_audit WHERE chain = CONCAT('item:', wanted) AND at < hidden);
  UPDATE core_letter SET title = '', reason = '' WHERE item_id = wanted;
  UPDATE core_schedule SET notice = '', change_note = '' WHERE item_id = wanted;
END;
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'core_purge_notes'
