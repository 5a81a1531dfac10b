// Every SQL statement of the intake register, named. Lists go along an index made for them and never read what was written. What is hidden on the state-secret
// ground (D12.3b), by the item that was made of a thing, by the one that it is about, by the ground of its own refusal, or by the first thing of its
// conversation, is hidden here, by the statement.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::intake::sql {

// ---- whose address it is: at most two, since two are none ----
inline constexpr db::Sql kPersonsByAddress{
    "SELECT p.id, p.full_name, p.job_title, p.phone, u.id, COALESCE(u.name, ''), COALESCE(u.phone, '') FROM core_person p LEFT JOIN core_unit u ON u.id = p.unit_id "
    "WHERE CONVERT(LOWER(p.email) USING ascii) = CONVERT(? USING ascii) ORDER BY p.id LIMIT 2"};
inline constexpr db::Sql kUnitsByAddress{
    "SELECT u.id, u.name, u.phone FROM core_unit u WHERE CONVERT(LOWER(u.email) USING ascii) = CONVERT(? USING ascii) AND u.valid_from <= ? "
    "AND (u.valid_to IS NULL OR u.valid_to >= ?) ORDER BY u.id LIMIT 2"};
// The domains of the directory's addresses: who writes from one of them without being it is held as forged.
inline constexpr db::Sql kIsOwnDomain{
    "SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM core_unit u WHERE SUBSTRING_INDEX(CONVERT(LOWER(u.email) USING ascii), '@', -1) = CONVERT(? USING ascii)) "
    "OR EXISTS (SELECT 1 FROM core_setting s WHERE s.name IN ('email', 'editorial_email') AND SUBSTRING_INDEX(CONVERT(LOWER(s.value) USING ascii), '@', -1) = CONVERT(? USING ascii))"};

// ---- what is there already ----
inline constexpr db::Sql kByMessage{"SELECT id, content_digest FROM core_intake WHERE message_id = ?"};
inline constexpr db::Sql kByContent{"SELECT id, content_digest FROM core_intake WHERE content_digest = ?"};
// A mail of ours, by its Message-ID or by the tag before the @ of it.
#define PORTAL_OURS                                                                                                                           \
  "SELECT m.id, m.kind, m.address, m.item_id, COALESCE(n.thread_id, n.id) FROM core_mail m LEFT JOIN core_intake n ON n.id = m.intake_id WHERE m.message_id "
inline constexpr db::Sql kOursByMessage{PORTAL_OURS "= ?"};
inline constexpr db::Sql kOursByTag{PORTAL_OURS "LIKE CONCAT(CONVERT(? USING ascii), '@%') LIMIT 1"};
#undef PORTAL_OURS
// A mail of theirs in the register, which their next one answers.
inline constexpr db::Sql kTheirsByMessage{"SELECT id, COALESCE(thread_id, id), sender_address, about_item FROM core_intake WHERE message_id = ?"};

// ---- registering ----
inline constexpr db::Sql kAddIntake{
    "INSERT INTO core_intake (code, channel, medium, brought_by, event_at, declared_at, received_at, registered_at, registered_by, state, "
    "state_since, title, sender_name, sender_address, sender_phone, sender_place, sender_organisation, sender_position, person_id, unit_id, trust, hold, "
    "reason, message_id, content_digest, reply_to_mail, thread_id, about_item, may_answer, files) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddBody{"INSERT INTO core_intake_body (intake_id, text, document, original, encoding, remark) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddIntakeFile{"INSERT INTO core_intake_file (intake_id, file_id, name, type, bytes, reason) VALUES (?, ?, ?, ?, ?, ?)"};
// How many receipts went to an address lately: two programs that answer each other end here.
inline constexpr db::Sql kCountReceipts{
    "SELECT COUNT(*) FROM (SELECT 1 FROM core_mail WHERE address = ? AND created_at > ? AND kind = 'receipt' LIMIT 100) few"};
// A receipt that was cancelled before it left, because its thing had moved on meanwhile, is wanted again.
inline constexpr db::Sql kRecallReceipt{
    "UPDATE core_mail SET state = 'ready', available_at = ?, since = ? WHERE intake_id = ? AND kind = 'receipt' AND state = 'cancelled'"};

// ---- acts ----
inline constexpr db::Sql kHoldIntake{"SELECT row_version FROM core_intake WHERE id = ? FOR UPDATE"};
inline constexpr db::Sql kSetIntake{
    "UPDATE core_intake SET state = ?, state_since = ?, sender_name = ?, sender_address = ?, sender_phone = ?, sender_place = ?, sender_organisation = ?, "
    "sender_position = ?, person_id = ?, unit_id = ?, trust = ?, ground = ?, reason = ?, thread_id = ?, item_id = ?, row_version = row_version + 1 "
    "WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kGround{"SELECT kind, clause, label, is_secret FROM core_ground WHERE code = ?"};
inline constexpr db::Sql kGrounds{"SELECT code, label, kind FROM core_ground ORDER BY kind DESC, position, code"};
// ---- purge of what was refused on the state-secret ground (D12.3b) ----
inline constexpr db::Sql kPurge{
    "SELECT n.purge_asked_by, COALESCE(p.full_name, ''), n.purge_asked_at, n.purged_at FROM core_intake n LEFT JOIN core_person p ON p.id = n.purge_asked_by WHERE n.id = ?"};
inline constexpr db::Sql kAskPurge{
    "UPDATE core_intake SET purge_asked_by = ?, purge_asked_at = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kTouchIntake{"UPDATE core_intake SET row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kPurgeThing{"CALL core_purge_thing(?)"};

// ---- one-time links ----
inline constexpr db::Sql kAddLink{"INSERT INTO core_intake_link (intake_id, token_digest, code, missing, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kNewAnswers{
    "SELECT id, token_digest, name, phone, place, organisation, position, sent_at FROM core_intake_answer WHERE state = 'new' ORDER BY id LIMIT 50"};
inline constexpr db::Sql kLinkOf{"SELECT intake_id FROM core_intake_link WHERE token_digest = ? AND expires_at > ?"};
// Taken or void: what was typed is personal data and stays in one place.
inline constexpr db::Sql kEndAnswer{
    "UPDATE core_intake_answer SET state = ?, name = '', phone = '', place = '', organisation = '', position = '' WHERE id = ? AND state = 'new'"};

// ---- the public form: what came, in order; who has it has it alone ----
inline constexpr db::Sql kNewWeb{"SELECT id FROM core_intake_web WHERE state = 'new' ORDER BY id LIMIT 50"};
inline constexpr db::Sql kHoldWeb{
    "SELECT nonce, track_digest, code, name, address, phone, place, organisation, position, title, text, event_at, files, sent_at FROM core_intake_web "
    "WHERE id = ? AND state = 'new' FOR UPDATE SKIP LOCKED"};
// Registered: what was written stands in the register, and in one place.
inline constexpr db::Sql kEndWeb{
    "UPDATE core_intake_web SET state = 'taken', name = '', address = '', phone = '', place = '', organisation = '', position = '', title = '', text = '', "
    "event_at = NULL, files = '' WHERE id = ?"};
inline constexpr db::Sql kIsWebWaiting{"SELECT 1 FROM core_intake_web WHERE nonce = ? AND state = 'new'"};

// ---- receipts ----
inline constexpr db::Sql kAddTrack{"INSERT INTO core_intake_track (digest, intake_id, code, secret, made_at) VALUES (?, ?, ?, ?, ?)"};
inline constexpr db::Sql kTrackOf{"SELECT code, secret FROM core_intake_track WHERE intake_id = ? ORDER BY made_at DESC LIMIT 1"};

// ---- reading ----
// An answer in the conversation of what is hidden may quote it.
#define PORTAL_INTAKE_HIDDEN                                                                                                                  \
  "(COALESCE(i.secrecy, '') <> '' OR COALESCE(ai.secrecy, '') <> '' OR COALESCE(g.is_secret, 0) = 1 OR COALESCE(ti.secrecy, '') <> '' OR COALESCE(tg.is_secret, 0) = 1)"
#define PORTAL_INTAKE_FIRST                                                                                                                   \
  "LEFT JOIN core_intake t ON t.id = n.thread_id LEFT JOIN core_item ti ON ti.id = t.item_id LEFT JOIN core_ground tg ON tg.code = t.ground "
#define PORTAL_INTAKE_BESIDE                                                                                                                  \
  "LEFT JOIN core_person r ON r.id = n.registered_by LEFT JOIN core_person p ON p.id = n.person_id LEFT JOIN core_unit u ON u.id = n.unit_id " \
  "LEFT JOIN core_item i ON i.id = n.item_id LEFT JOIN core_item ai ON ai.id = n.about_item LEFT JOIN core_ground g ON g.code = n.ground " \
  PORTAL_INTAKE_FIRST
#define PORTAL_INTAKE                                                                                                                         \
  "SELECT n.id, n.code, n.channel, n.received_at, n.registered_at, COALESCE(r.full_name, ''), n.state, n.state_since, "                        \
  "IF(" PORTAL_INTAKE_HIDDEN ", 'Nội dung đã ẩn theo căn cứ bí mật nhà nước', n.title), n.sender_name, n.sender_address, n.sender_phone, n.sender_place, " \
  "n.sender_organisation, n.sender_position, n.person_id, n.unit_id, n.trust, COALESCE(p.full_name, ''), COALESCE(u.name, ''), n.hold, n.ground, n.reason, " \
  "n.thread_id, n.about_item, COALESCE(ai.code, ''), COALESCE(ai.module, ''), n.item_id, COALESCE(i.code, ''), COALESCE(i.module, ''), " PORTAL_INTAKE_HIDDEN ", " \
  "n.may_answer, n.files, n.row_version, n.medium, n.brought_by, n.event_at, n.declared_at "
inline constexpr db::Sql kIntake{PORTAL_INTAKE "FROM core_intake n " PORTAL_INTAKE_BESIDE "WHERE n.id = ?"};
// In this order: the cursor; channel; state ('open' for what waits for the office or the sender); received from, to; words of title, code or sender.
inline constexpr db::Sql kList{
    PORTAL_INTAKE "FROM core_intake n " PORTAL_INTAKE_BESIDE
    "WHERE n.received_at <= ? AND (n.received_at < ? OR n.id < ?) AND (? = '' OR n.channel = ?) "
    "AND (? = '' OR n.state = ? OR (? = 'open' AND n.state IN ('held', 'awaiting', 'received'))) AND n.received_at >= ? AND n.received_at < ? "
    "AND (? = '' OR (NOT " PORTAL_INTAKE_HIDDEN " AND n.title LIKE ? COLLATE utf8mb4_uca1400_ai_ci) OR n.code = CONVERT(? USING ascii) "
    "OR n.sender_name LIKE ? COLLATE utf8mb4_uca1400_ai_ci OR n.sender_address LIKE ?) ORDER BY n.received_at DESC, n.id DESC LIMIT ?"};
// What became an item.
inline constexpr db::Sql kByItem{PORTAL_INTAKE "FROM core_intake n " PORTAL_INTAKE_BESIDE "WHERE n.item_id = ?"};
// Items that the office's own people sent in, of which no thing of the register is the beginning. In this order: the cursor; reached the board from, to; the
// register's state ('' for any); words of title, code, author or unit. Along core_item_arrived.
inline constexpr db::Sql kListItems{
    "SELECT i.id, i.code, i.module, i.first_supplied_at, IF(COALESCE(i.secrecy, '') <> '', 'Nội dung đã ẩn theo căn cứ bí mật nhà nước', i.title), "
    "p.full_name, u.name, i.state, COALESCE(i.secrecy, '') <> '' FROM core_item i FORCE INDEX (core_item_arrived) JOIN core_person p ON p.id = i.author_person "
    "JOIN core_unit u ON u.id = i.unit_id WHERE i.first_supplied_at <= ? AND (i.first_supplied_at < ? OR i.id < ?) AND i.first_supplied_at >= ? "
    "AND i.first_supplied_at < ? AND (? = '' OR (? = 'received' AND i.state = 'submitted') OR (? = 'refused' AND i.state = 'refused') "
    "OR (? = 'classified' AND i.state NOT IN ('submitted', 'refused'))) AND (? = '' OR (COALESCE(i.secrecy, '') = '' AND i.title LIKE ? COLLATE utf8mb4_uca1400_ai_ci) "
    "OR i.code = CONVERT(? USING ascii) OR p.full_name LIKE ? COLLATE utf8mb4_uca1400_ai_ci OR u.name LIKE ? COLLATE utf8mb4_uca1400_ai_ci) "
    "AND NOT EXISTS (SELECT 1 FROM core_intake n WHERE n.item_id = i.id) ORDER BY i.first_supplied_at DESC, i.id DESC LIMIT ?"};
// The whole conversation that a thing begins or belongs to, oldest first.
inline constexpr db::Sql kThread{
    PORTAL_INTAKE "FROM (SELECT id FROM core_intake WHERE thread_id = ? UNION SELECT id FROM core_intake WHERE id = ?) v JOIN core_intake n ON n.id = v.id " PORTAL_INTAKE_BESIDE
    "ORDER BY n.received_at, n.id LIMIT 100"};
// What came in answer to the letters about an item.
inline constexpr db::Sql kAboutItem{PORTAL_INTAKE "FROM core_intake n " PORTAL_INTAKE_BESIDE "WHERE n.about_item = ? ORDER BY n.received_at, n.id LIMIT 100"};
inline constexpr db::Sql kBody{
    "SELECT b.text, b.document, b.original, b.encoding, b.remark FROM core_intake n JOIN core_intake_body b ON b.intake_id = n.id "
    "LEFT JOIN core_item i ON i.id = n.item_id LEFT JOIN core_item ai ON ai.id = n.about_item LEFT JOIN core_ground g ON g.code = n.ground " PORTAL_INTAKE_FIRST
    "WHERE n.id = ? AND NOT " PORTAL_INTAKE_HIDDEN};
inline constexpr db::Sql kFilesOf{
    "SELECT x.id, x.name, x.type, x.bytes, x.file_id, COALESCE(f.sha256, ''), COALESCE(f.format, ''), COALESCE(f.state, ''), COALESCE(NULLIF(x.reason, ''), f.reason, '') "
    "FROM core_intake n JOIN core_intake_file x ON x.intake_id = n.id LEFT JOIN core_file f ON f.id = x.file_id LEFT JOIN core_item i ON i.id = n.item_id "
    "LEFT JOIN core_item ai ON ai.id = n.about_item LEFT JOIN core_ground g ON g.code = n.ground " PORTAL_INTAKE_FIRST
    "WHERE n.id = ? AND NOT " PORTAL_INTAKE_HIDDEN " ORDER BY x.id"};
#undef PORTAL_INTAKE
#undef PORTAL_INTAKE_BESIDE
#undef PORTAL_INTAKE_FIRST
#undef PORTAL_INTAKE_HIDDEN
inline constexpr db::Sql kTimeline{
    "SELECT a.action, COALESCE(p.full_name, ''), a.authority, a.at, COALESCE(t.note, '') FROM core_audit a LEFT JOIN core_person p ON p.id = a.person_id "
    "LEFT JOIN core_audit_note t ON t.chain = a.chain AND t.seq = a.seq WHERE a.chain = ? ORDER BY a.seq"};
// What waits for the secretary, for the menu; at most a thousand are counted.
inline constexpr db::Sql kCountWaiting{
    "SELECT COUNT(*) FROM (SELECT 1 FROM core_intake FORCE INDEX (core_intake_state) WHERE state IN ('held', 'received') LIMIT 1000) few"};

// What `portal check` asks: a thing stands where its trail ends, and its words are those that the trail saw.
inline constexpr db::Sql kStateMismatch{
    "SELECT n.id, n.state, COALESCE(a.to_state, '') FROM core_intake n LEFT JOIN core_audit a ON a.chain = CONCAT('intake:', n.id) "
    "AND a.seq = (SELECT MAX(b.seq) FROM core_audit b WHERE b.chain = CONCAT('intake:', n.id)) WHERE a.seq IS NULL OR a.to_state <> n.state LIMIT 20"};
inline constexpr db::Sql kBodyMismatch{
    "SELECT n.id FROM core_intake n LEFT JOIN core_item i ON i.id = COALESCE(n.item_id, n.about_item) LEFT JOIN core_intake_body b ON b.intake_id = n.id "
    "WHERE COALESCE(i.secrecy, '') <> 'purged' AND n.purged_at IS NULL AND (b.intake_id IS NULL OR NOT EXISTS (SELECT 1 FROM core_audit a WHERE a.chain = CONCAT('intake:', n.id) "
    "AND a.action = 'intake_register' AND a.content_digest = CONVERT(SHA2(CONCAT(b.document, '\\n', b.text), 256) USING ascii))) LIMIT 20"};

// What was purged and has words again.
inline constexpr db::Sql kPurgedWords{
    "SELECT n.id FROM core_intake n JOIN core_intake_body b ON b.intake_id = n.id WHERE n.purged_at IS NOT NULL AND (b.text <> '' OR b.document <> '' "
    "OR b.original <> '' OR EXISTS (SELECT 1 FROM core_intake_file f WHERE f.intake_id = n.id)) LIMIT 20"};

inline constexpr std::array kAllQueries{kPersonsByAddress, kUnitsByAddress, kIsOwnDomain, kByMessage, kByContent, kOursByMessage, kOursByTag,
                                        kTheirsByMessage, kAddIntake, kAddBody, kAddIntakeFile, kCountReceipts, kRecallReceipt, kHoldIntake, kSetIntake,
                                        kPurge, kAskPurge, kTouchIntake, kPurgeThing, kGround, kGrounds, kAddLink, kNewAnswers, kLinkOf, kEndAnswer, kIntake,
                                        kByItem, kList, kThread, kAboutItem, kBody, kFilesOf, kTimeline, kCountWaiting, kStateMismatch, kBodyMismatch,
                                        kPurgedWords, kNewWeb, kHoldWeb, kEndWeb, kIsWebWaiting, kAddTrack, kTrackOf, kListItems};

}  // namespace portal::intake::sql
