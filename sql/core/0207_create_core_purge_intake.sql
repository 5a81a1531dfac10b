-- Gives up what came in and became an item that is purged on the state-secret ground (D12.3b): its words, its title, its files, and those of the letters about it.
-- As the other procedures of a purge it asks the trail whether two people wanted it.
CREATE PROCEDURE core_purge_intake(IN wanted BIGINT UNSIGNED)
SQL SECURITY DEFINER
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM core_item i JOIN core_audit one ON one.chain = CONCAT('item:', i.id) AND one.action = 'ask_purge' AND one.at >= i.hidden_at
    JOIN core_audit two ON two.chain = one.chain AND two.seq > one.seq AND two.action = 'purge' AND two.person_id <> one.person_id
    WHERE i.id = wanted AND i.secrecy = 'purged') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the trail shows no approval by two people';
  END IF;
  UPDATE core_file f JOIN core_intake_file u ON u.file_id = f.id JOIN core_intake n ON n.id = u.intake_id AND (n.item_id = wanted OR n.about_item = wanted)
  SET f.created_at = '2000-01-01' WHERE NOT EXISTS (SELECT 1 FROM core_item_file o WHERE o.file_id = f.id AND o.item_id <> wanted);
  DELETE u FROM core_intake_file u JOIN core_intake n ON n.id = u.intake_id AND (n.item_id = wanted OR n.about_item = wanted);
  UPDATE core_intake_body b JOIN core_intake n ON n.id = b.intake_id AND (n.item_id = wanted OR n.about_item = wanted)
  SET b.text = '', b.document = '', b.original = '', b.remark = '';
  UPDATE core_intake SET title = 'Nội dung đã ẩn theo căn cứ bí mật nhà nước', reason = '', files = 0 WHERE item_id = wanted OR about_item = wanted;
END;
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'core_purge_intake'
