-- Gives up what came in and was refused on the state-secret ground (D12.3b), with every answer in its conversation. As the other procedures of a purge it asks the
-- trail whether two people wanted it.
CREATE OR REPLACE PROCEDURE core_purge_thing(IN wanted BIGINT UNSIGNED)
SQL SECURITY DEFINER
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM core_intake n JOIN core_ground g ON g.code = n.ground AND g.is_secret = 1
    JOIN core_audit one ON one.chain = CONCAT('intake:', n.id) AND one.action = 'ask_purge'
    JOIN core_audit two ON two.chain = one.chain AND two.seq > one.seq AND two.action = 'purge' AND two.person_id <> one.person_id
    WHERE n.id = wanted AND n.state = 'refused') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the trail shows no approval by two people';
  END IF;
  UPDATE core_file f JOIN core_intake_file u ON u.file_id = f.id JOIN core_intake n ON n.id = u.intake_id AND (n.id = wanted OR n.thread_id = wanted)
  SET f.created_at = '2000-01-01' WHERE NOT EXISTS (SELECT 1 FROM core_item_file o WHERE o.file_id = f.id);
  DELETE u FROM core_intake_file u JOIN core_intake n ON n.id = u.intake_id AND (n.id = wanted OR n.thread_id = wanted);
  UPDATE core_intake_body b JOIN core_intake n ON n.id = b.intake_id AND (n.id = wanted OR n.thread_id = wanted)
  SET b.text = '', b.document = '', b.original = '', b.remark = '';
  UPDATE core_mail_in m JOIN core_intake n ON n.id = m.intake_id AND (n.id = wanted OR n.thread_id = wanted) SET m.reason = '';
  UPDATE core_intake SET title = 'Nội dung đã ẩn theo căn cứ bí mật nhà nước', reason = '', files = 0, purged_at = UTC_TIMESTAMP(6)
  WHERE (id = wanted OR thread_id = wanted) AND purged_at IS NULL;
END;
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'core_purge_thing'
