-- What a receipt's owner is told, by the digest of code and second secret, and nothing by anything else: the public account may ask this and read none of the tables. Of what is hidden
-- on the state-secret ground (D12.3b), or refused on it, only that it is closed.
CREATE FUNCTION core_track_intake(wanted CHAR(64) CHARACTER SET ascii COLLATE ascii_bin) RETURNS TEXT CHARACTER SET utf8mb4
READS SQL DATA
SQL SECURITY DEFINER
RETURN COALESCE(
  (SELECT JSON_OBJECT('state', IF(COALESCE(i.secrecy, '') <> '' OR COALESCE(g.is_secret, 0) = 1, 'closed', n.state), 'code', n.code, 'received_at', n.received_at,
      'since', GREATEST(n.state_since, COALESCE(i.state_since, n.state_since)), 'item', n.item_id, 'item_state', COALESCE(i.state, ''),
      'missing', IF(n.state = 'awaiting', CONCAT_WS(',', IF(n.sender_name = '', 'name', NULL), IF(n.sender_address = '', 'email', NULL),
        IF(n.sender_phone = '' AND n.sender_place = '', 'reach', NULL)), ''),
      'ground', IF(n.state = 'refused' AND COALESCE(g.is_secret, 0) = 0, COALESCE(g.label, ''), ''), 'clause', IF(n.state = 'refused' AND COALESCE(g.is_secret, 0) = 0, COALESCE(g.clause, ''), ''),
      'reason', IF(n.state = 'refused' AND COALESCE(g.is_secret, 0) = 0 AND COALESCE(i.secrecy, '') = '', n.reason, ''), 'content', COALESCE(w.content_digest, ''))
    FROM core_intake_track t JOIN core_intake n ON n.id = t.intake_id LEFT JOIN core_item i ON i.id = n.item_id LEFT JOIN core_ground g ON g.code = n.ground
    LEFT JOIN core_intake_web w ON w.track_digest = t.digest WHERE t.digest = wanted),
  (SELECT JSON_OBJECT('state', 'new', 'code', '', 'received_at', w.sent_at, 'since', w.sent_at, 'item', NULL, 'item_state', '', 'missing', '', 'ground', '', 'clause', '', 'reason', '',
      'content', w.content_digest) FROM core_intake_web w WHERE w.track_digest = wanted AND w.state = 'new'));
-- verify: SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'core_track_intake'
