-- Blanks what the versions of an article say of their files, as news_purge_versions does with their words (D12.3b).
CREATE PROCEDURE news_purge_files(IN wanted BIGINT UNSIGNED)
SQL SECURITY DEFINER
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM core_item i JOIN core_audit one ON one.chain = CONCAT('item:', i.id) AND one.action = 'ask_purge' AND one.at >= i.hidden_at
    JOIN core_audit two ON two.chain = one.chain AND two.seq > one.seq AND two.action = 'purge' AND two.person_id <> one.person_id
    WHERE i.id = wanted AND i.secrecy = 'purged') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the trail shows no approval by two people';
  END IF;
  UPDATE news_article_version SET files_json = '' WHERE item_id = wanted;
END;
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'news_purge_files'
