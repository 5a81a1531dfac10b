-- Blanks the words of every version of an article on the state-secret ground (D12.3b). Versions are append-only for every program; this procedure
-- changes them only when the trail has the request of one person and the approval of another one. Their digests stay in core_item_version.
CREATE PROCEDURE news_purge_versions(IN wanted BIGINT UNSIGNED)
SQL SECURITY DEFINER
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM core_item i JOIN core_audit one ON one.chain = CONCAT('item:', i.id) AND one.action = 'ask_purge' AND one.at >= i.hidden_at
    JOIN core_audit two ON two.chain = one.chain AND two.seq > one.seq AND two.action = 'purge' AND two.person_id <> one.person_id
    WHERE i.id = wanted AND i.secrecy = 'purged') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the trail shows no approval by two people';
  END IF;
  UPDATE news_article_version SET title = '', summary = '', author_line = '', source = '', place = '', registration = '', change_note = '', body_json = ''
  WHERE item_id = wanted;
  UPDATE news_change SET note = '' WHERE item_id = wanted;
END;
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'news_purge_versions'
