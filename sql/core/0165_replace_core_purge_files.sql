-- The same as before (0163), and what was made of a document (core_file_part) goes with it: its text says what the secret item says.
CREATE OR REPLACE PROCEDURE core_purge_files(IN wanted BIGINT UNSIGNED)
SQL SECURITY DEFINER
COMMENT 'with the parts of documents'
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM core_item i JOIN core_audit one ON one.chain = CONCAT('item:', i.id) AND one.action = 'ask_purge' AND one.at >= i.hidden_at
    JOIN core_audit two ON two.chain = one.chain AND two.seq > one.seq AND two.action = 'purge' AND two.person_id <> one.person_id
    WHERE i.id = wanted AND i.secrecy = 'purged') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the trail shows no approval by two people';
  END IF;
  UPDATE core_file b JOIN core_file_picture p ON p.blob_id = b.id JOIN core_item_file u ON u.file_id = p.file_id AND u.item_id = wanted
  SET b.created_at = '2000-01-01'
  WHERE NOT EXISTS (SELECT 1 FROM core_item_file o WHERE o.file_id = u.file_id AND o.item_id <> wanted);
  UPDATE core_file b JOIN core_file_part p ON p.blob_id = b.id JOIN core_item_file u ON u.file_id = p.file_id AND u.item_id = wanted
  SET b.created_at = '2000-01-01'
  WHERE NOT EXISTS (SELECT 1 FROM core_item_file o WHERE o.file_id = u.file_id AND o.item_id <> wanted);
  UPDATE core_file f JOIN core_item_file u ON u.file_id = f.id AND u.item_id = wanted SET f.created_at = '2000-01-01'
  WHERE NOT EXISTS (SELECT 1 FROM core_item_file o WHERE o.file_id = f.id AND o.item_id <> wanted);
  DELETE FROM core_item_file WHERE item_id = wanted;
END;
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'core_purge_files' AND routine_comment LIKE '%parts%'
