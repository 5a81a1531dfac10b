-- How far a thing of the import API has come, for its sender: all that the program on the network sees of the register. The reason of a refusal is the one
-- that is written to senders (D4.2, D12.3); of one on the state-secret ground, or of what is hidden, there is none (D12.3b).
CREATE SQL SECURITY DEFINER VIEW core_import_state AS
SELECT m.sender_id, m.code, m.intake_id, n.content_digest, n.received_at, n.state, n.state_since,
  IF(n.state <> 'refused' OR COALESCE(g.is_secret, 0) = 1 OR COALESCE(i.secrecy, '') <> '', '', COALESCE(g.label, '')) AS ground,
  IF(n.state <> 'refused' OR COALESCE(g.is_secret, 0) = 1 OR COALESCE(i.secrecy, '') <> '', '', n.reason) AS reason
FROM core_import m JOIN core_intake n ON n.id = m.intake_id LEFT JOIN core_ground g ON g.code = n.ground LEFT JOIN core_item i ON i.id = n.item_id;
-- verify: SELECT COUNT(*) FROM information_schema.views WHERE table_schema = DATABASE() AND table_name = 'core_import_state'
