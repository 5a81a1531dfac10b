// Every SQL statement of the workflow, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::workflow {

#define PORTAL_ITEM_COLUMNS                                                                                                              \
  "SELECT id, code, module, kind, title, section_id, unit_id, author_person, supply, state, state_since, assigned_to, needs_verify, "     \
  "needs_final_check, working_version, verified_version, passed_version, published_version, row_version, origin, purpose, event_at, "     \
  "created_at, submitted_at, unit_approved_at, supplied_at, published_at, withdrawn_at, secrecy, hidden_at, "  \
  "purge_asked_by, awaits, flagged_at, urgent_ordered_at, urgent_at, archived_at, checked_by, held_since, needs_original FROM core_item WHERE id = ?"

inline constexpr db::Sql kItem{PORTAL_ITEM_COLUMNS};
inline constexpr db::Sql kItemForUpdate{PORTAL_ITEM_COLUMNS " FOR UPDATE"};

// What clocks see of items, in blocks.
inline constexpr db::Sql kClockFacts{
    "SELECT id, kind, unit_id, state, published_version, event_at, supplied_at, published_at, awaits, flagged_at FROM core_item WHERE id > ? ORDER BY id LIMIT 500"};

// The reasons given before an item was hidden (D12.3b) may hold its words. Parameters: item, chain.
inline constexpr db::Sql kHistory{
    "SELECT a.seq, a.at, COALESCE(p.full_name, 'Hệ thống'), a.action, a.from_state, a.to_state, a.version, a.authority, "
    "COALESCE(CONCAT(g.clause, ': ', g.label), ''), COALESCE(n.note, '') FROM core_audit a LEFT JOIN core_person p ON p.id = a.person_id "
    "LEFT JOIN core_ground g ON g.code = a.ground LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq "
    "AND EXISTS (SELECT 1 FROM core_item i WHERE i.id = ? AND (i.secrecy = '' OR a.at >= i.hidden_at)) WHERE a.chain = ? ORDER BY a.seq"};

inline constexpr db::Sql kChecklist{
    "SELECT c.code, c.label, c.hint, p.full_name FROM core_checklist_item c LEFT JOIN core_item_check k ON k.item_id = ? AND k.version = ? "
    "AND k.code = c.code LEFT JOIN core_person p ON p.id = k.person_id WHERE c.kind = ? ORDER BY c.position"};
inline constexpr db::Sql kMissingChecks{
    "SELECT c.label FROM core_checklist_item c LEFT JOIN core_item_check k ON k.item_id = ? AND k.version = ? AND k.code = c.code "
    "WHERE c.kind = ? AND k.code IS NULL ORDER BY c.position"};
// The code comes from a form and may be no ASCII at all; then it is no check of the list.
inline constexpr db::Sql kTickCheck{
    "INSERT INTO core_item_check (item_id, version, code, person_id, checked_at) SELECT ?, ?, c.code, ?, ? FROM core_checklist_item c "
    "WHERE c.kind = ? AND CONVERT(c.code USING utf8mb4) = ? ON DUPLICATE KEY UPDATE item_id = core_item_check.item_id"};
inline constexpr db::Sql kTickedChecks{"SELECT code FROM core_item_check WHERE item_id = ? AND version = ?"};
inline constexpr db::Sql kUntickCheck{"DELETE FROM core_item_check WHERE item_id = ? AND version = ? AND code = ?"};

// Four-eyes: did this person write the item or edit it in step 1, by any account? (requirements, actors)
inline constexpr db::Sql kHasWritten{
    "SELECT 1 FROM core_item_version WHERE item_id = ? AND person_id = ? AND step IN ('write', 'unit', 'edit') LIMIT 1"};
inline constexpr db::Sql kDelegation{
    "SELECT d.id, d.document_number FROM core_delegation d WHERE d.to_person = ? AND d.act = ? AND d.revoked_at IS NULL AND d.valid_from <= ? "
    "AND d.valid_to > ? AND (d.section_id IS NULL OR d.section_id = ? OR d.section_id = (SELECT s.parent_id FROM core_section s WHERE s.id = ?)) "
    "ORDER BY d.section_id IS NULL, d.id LIMIT 1"};
// A delegation of this person for the act that ended in the last thirty days: who began under it is told so. Parameters: person, act, now four times.
inline constexpr db::Sql kEndedDelegation{
    "SELECT d.document_number, LEAST(COALESCE(d.revoked_at, d.valid_to), d.valid_to) AS ended_at, d.revoked_at IS NOT NULL AND d.revoked_at < d.valid_to "
    "FROM core_delegation d WHERE d.to_person = ? AND d.act IN (?, 'act_as_head') AND d.valid_from <= ? AND (d.valid_to <= ? OR d.revoked_at <= ?) "
    "AND LEAST(COALESCE(d.revoked_at, d.valid_to), d.valid_to) > ? - INTERVAL 30 DAY ORDER BY ended_at DESC LIMIT 1"};
inline constexpr db::Sql kPersonName{"SELECT full_name FROM core_person WHERE id = ?"};
// Whether a person may still do a check that they took: the board's head, or a delegation in force that covers the section (the rule of authorize() for
// somebody who is not there). Parameters: person, day twice, person, act, now twice, section twice.
inline constexpr db::Sql kMayStillCheck{
    "SELECT EXISTS (SELECT 1 FROM core_account a JOIN core_role_assignment r ON r.account_id = a.id WHERE a.person_id = ? AND a.state = 'active' "
    "AND r.role = 'board_head' AND r.revoked_at IS NULL AND r.confirmed_at IS NOT NULL AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?)) "
    "OR EXISTS (SELECT 1 FROM core_delegation d WHERE d.to_person = ? AND d.act IN (?, 'act_as_head') AND d.revoked_at IS NULL AND d.valid_from <= ? "
    "AND d.valid_to > ? AND (d.section_id IS NULL OR d.section_id = ? OR d.section_id = (SELECT s.parent_id FROM core_section s WHERE s.id = ?)))"};
// A delegation of the act in force that is limited to a section. Asked when none is for the item's.
inline constexpr db::Sql kDelegationElsewhere{
    "SELECT document_number FROM core_delegation WHERE to_person = ? AND act = ? AND revoked_at IS NULL AND valid_from <= ? AND valid_to > ? "
    "AND section_id IS NOT NULL ORDER BY id LIMIT 1"};
inline constexpr db::Sql kSetting{"SELECT value FROM core_setting WHERE name = ?"};
// One answer of the decision in force for section `s` on a day, given twice: the latest that covers it; before any, the section's own (D12.1).
#define PORTAL_SECTION_RULE(COLUMN)                                                                                                       \
  "COALESCE((SELECT r." COLUMN " FROM core_section_rule r WHERE r.section_id = s.id AND r.revoked_at IS NULL AND r.valid_from <= ? "        \
  "AND (r.valid_to IS NULL OR r.valid_to >= ?) ORDER BY r.valid_from DESC, r.id DESC LIMIT 1), s." COLUMN ")"
// The contact page is made from the settings: no section for items (D5.10). Parameters: day six times, section.
inline constexpr db::Sql kSectionSteps{
    "SELECT " PORTAL_SECTION_RULE("needs_verify") ", " PORTAL_SECTION_RULE("needs_final_check") ", " PORTAL_SECTION_RULE("needs_original") ", s.item_kind FROM core_section s "
    "WHERE s.id = ? AND s.kind <> 'contact'"};
inline constexpr db::Sql kGround{"SELECT kind, is_secret FROM core_ground WHERE code = ?"};
inline constexpr db::Sql kIsBoardMember{
    "SELECT 1 FROM core_account a JOIN core_role_assignment r ON r.account_id = a.id WHERE a.person_id = ? AND a.state = 'active' AND "
    "r.role IN ('board_member', 'board_deputy', 'board_head') AND r.revoked_at IS NULL AND r.confirmed_at IS NOT NULL AND r.valid_from <= ? "
    "AND (r.valid_to IS NULL OR r.valid_to >= ?) LIMIT 1"};

inline constexpr db::Sql kNextCounter{"INSERT INTO core_counter (name, value) VALUES (?, LAST_INSERT_ID(1)) "
                                      "ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1)"};
inline constexpr db::Sql kCreateItem{
    "INSERT INTO core_item (code, module, kind, title, section_id, unit_id, author_person, supply, state, state_since, needs_verify, "
    "needs_final_check, needs_original, event_at, created_at) SELECT ?, ?, ?, ?, s.id, ?, ?, ?, 'draft', ?, " PORTAL_SECTION_RULE("needs_verify") ", "
    PORTAL_SECTION_RULE("needs_final_check") ", " PORTAL_SECTION_RULE("needs_original") ", ?, ? FROM core_section s WHERE s.id = ? AND s.kind <> 'contact'"};
// What came in by mail, over the counter or by the API is with the board from the start (D9.1a, D11.1).
inline constexpr db::Sql kReceiveItem{
    "UPDATE core_item SET state = 'submitted', state_since = ?, submitted_at = ?, unit_approved_at = ?, supplied_at = ?, first_supplied_at = ? "
    "WHERE id = ? AND state = 'draft' AND row_version = 1"};
inline constexpr db::Sql kAddVersion{
    "INSERT INTO core_item_version (item_id, version, person_id, account_id, step, content_digest, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kVersionDigest{"SELECT content_digest FROM core_item_version WHERE item_id = ? AND version = ?"};
inline constexpr db::Sql kSetVersion{
    "UPDATE core_item SET working_version = ?, title = ?, event_at = ?, section_id = ?, kind = ?, row_version = row_version + 1 WHERE id = ? "
    "AND row_version = ?"};
// Evaluated from left to right: the first supply is kept for good (D9.4).
inline constexpr db::Sql kMoveItem{
    "UPDATE core_item SET state_since = IF(state = ?, state_since, ?), state = ?, kind = ?, section_id = ?, supply = ?, assigned_to = ?, "
    "needs_verify = ?, needs_final_check = ?, needs_original = ?, working_version = ?, verified_version = ?, passed_version = ?, published_version = ?, origin = ?, "
    "purpose = ?, submitted_at = ?, unit_approved_at = ?, supplied_at = ?, first_supplied_at = COALESCE(first_supplied_at, supplied_at), published_at = ?, withdrawn_at = ?, "
    "secrecy = ?, hidden_at = ?, purge_asked_by = ?, awaits = ?, flagged_at = ?, urgent_ordered_at = ?, urgent_at = ?, archived_at = ?, checked_by = ?, held_since = ?, row_version = row_version + 1 "
    "WHERE id = ? AND row_version = ?"};

// The signed original of a version (D9.1c), as the secretary recorded it.
inline constexpr db::Sql kAddOriginal{
    "INSERT INTO core_original (item_id, version, kind, document, signer, kept, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kOriginal{
    "SELECT o.kind, o.document, o.signer, o.kept, p.full_name, o.recorded_at FROM core_original o JOIN core_person p ON p.id = o.recorded_by "
    "WHERE o.item_id = ? AND o.version = ? ORDER BY o.id DESC LIMIT 1"};
inline constexpr db::Sql kPurgeOriginals{"UPDATE core_original SET document = '', signer = '', kept = '' WHERE item_id = ?"};
inline constexpr db::Sql kSetTitle{"UPDATE core_item SET title = ? WHERE id = ?"};
// The purge of an item on the state-secret ground (D12.3b). Notes and letters are append-only: the procedure deletes them only after the trail has
// shown two people's acts.
inline constexpr db::Sql kHasOpenTakedown{"SELECT 1 FROM core_job WHERE item_id = ? AND kind = 'cache.takedown' AND state <> 'done' LIMIT 1"};
inline constexpr db::Sql kPurgeItem{"UPDATE core_item SET origin = '', purpose = '' WHERE id = ?"};
inline constexpr db::Sql kPurgeDrafts{"DELETE FROM core_draft WHERE subject = ?"};
inline constexpr db::Sql kPurgeRequests{"UPDATE core_request SET question = '', answer = '' WHERE item_id = ?"};
inline constexpr db::Sql kPurgeNotices{"UPDATE core_notice SET text = '' WHERE item_id = ?"};
inline constexpr db::Sql kPurgeFlags{"UPDATE core_flag SET note = '', answer = '' WHERE item_id = ?"};
// "This is outdated" (D9.3f), each with who said so; all open ones of an item are settled together.
inline constexpr db::Sql kAddFlag{
    "INSERT INTO core_flag (item_id, version, source, person_id, note, made_at) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kEndFlags{"UPDATE core_flag SET state = ?, answer = ?, ended_by = ?, ended_at = ? WHERE item_id = ? AND state = 'open'"};
inline constexpr db::Sql kFlags{
    "SELECT f.source, COALESCE(p.full_name, ''), IF(i.secrecy = '', f.note, ''), f.made_at, f.state, IF(i.secrecy = '', f.answer, ''), "
    "COALESCE(e.full_name, ''), f.ended_at FROM core_flag f JOIN core_item i ON i.id = f.item_id LEFT JOIN core_person p ON p.id = f.person_id "
    "LEFT JOIN core_person e ON e.id = f.ended_by WHERE f.item_id = ? ORDER BY f.id DESC LIMIT 50"};
inline constexpr db::Sql kPurgeJobs{"UPDATE core_job SET payload = '{}' WHERE item_id = ?"};
inline constexpr db::Sql kPurgeNotes{"CALL core_purge_notes(?)"};

inline constexpr db::Sql kLastAudit{"SELECT seq, digest FROM core_audit WHERE chain = ? ORDER BY seq DESC LIMIT 1"};
inline constexpr db::Sql kAddAudit{
    "INSERT INTO core_audit (chain, seq, at, person_id, account_id, action, from_state, to_state, version, content_digest, authority, ground, "
    "note_digest, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kAddAuditNote{"INSERT INTO core_audit_note (chain, seq, note) VALUES (?, ?, ?)"};
#define PORTAL_AUDIT                                                                                                                                  \
  "SELECT a.chain, a.seq, a.at, a.person_id, a.account_id, a.action, a.from_state, a.to_state, a.version, a.content_digest, a.authority, a.ground, " \
  "a.note_digest, a.previous, a.digest, n.note FROM core_audit a LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq "
inline constexpr db::Sql kAuditChain{PORTAL_AUDIT "WHERE a.chain = ? AND a.seq > ? ORDER BY a.seq"};
inline constexpr db::Sql kAuditPage{
    PORTAL_AUDIT "WHERE (a.chain > ? OR (a.chain = ? AND a.seq > ?)) ORDER BY a.chain, a.seq LIMIT 1000"};
inline constexpr db::Sql kVersionRecount{
    "SELECT i.id, COUNT(v.version), i.working_version FROM core_item i LEFT JOIN core_item_version v ON v.item_id = i.id GROUP BY i.id "
    "HAVING COUNT(v.version) <> i.working_version LIMIT 1"};
// An item whose last trail row tells another state or version than the item itself: somebody wrote around the workflow, or cut the trail off.
inline constexpr db::Sql kStateMismatch{
    "SELECT i.id, i.state, a.to_state, i.working_version, COALESCE(a.version, 0) FROM core_item i LEFT JOIN core_audit a "
    "ON a.chain = CONCAT('item:', i.id) AND a.seq = (SELECT MAX(b.seq) FROM core_audit b WHERE b.chain = CONCAT('item:', i.id)) "
    "WHERE a.seq IS NULL OR a.to_state <> i.state OR a.version <> i.working_version LIMIT 1"};
// A version whose digest, or whose writer, is not the one that the trail recorded when it was saved.
inline constexpr db::Sql kVersionMismatch{
    "SELECT v.item_id, v.version FROM core_item_version v WHERE NOT EXISTS (SELECT 1 FROM core_audit a WHERE a.chain = CONCAT('item:', v.item_id) "
    "AND a.action = 'save' AND a.version = v.version AND a.content_digest = v.content_digest AND a.person_id = v.person_id) LIMIT 1"};

inline constexpr db::Sql kFindForm{"SELECT account_id, request_digest, location FROM core_idempotency WHERE idem_key = ?"};
inline constexpr db::Sql kRememberForm{
    "INSERT INTO core_idempotency (idem_key, account_id, request_digest, location, created_at) VALUES (?, ?, ?, ?, ?)"};

inline constexpr db::Sql kTakedownJobs{
    "INSERT INTO core_job (kind, node, item_id, payload, available_at, created_at) SELECT 'cache.takedown', node, ?, ?, ?, ? FROM core_node"};
// What was posted is read at once where a page of a second ago is still kept (cache-agent).
inline constexpr db::Sql kRefreshJobs{
    "INSERT INTO core_job (kind, node, item_id, payload, available_at, created_at) SELECT 'cache.refresh', node, ?, ?, ?, ? FROM core_node"};
// Posting again ends the take-downs that still wait: at once when the same version is up again, else as soon as no node can show the withdrawn one.
inline constexpr db::Sql kCloseTakedowns{
    "UPDATE core_job SET state = 'done', done_at = ?, last_error = '' WHERE item_id = ? AND kind = 'cache.takedown' AND state IN ('ready', 'claimed') "
    "AND JSON_VALUE(payload, '$.version') = ?"};
inline constexpr db::Sql kSupersedeTakedowns{
    "UPDATE core_job SET payload = JSON_SET(payload, '$.republished', 1), available_at = ? WHERE item_id = ? AND kind = 'cache.takedown' "
    "AND state IN ('ready', 'claimed')"};

#define PORTAL_SCHEDULE                                                                                                                        \
  "SELECT h.id, h.item_id, h.act, h.version, h.at, h.mode, h.notice, h.is_minor, h.change_note, h.person_id, h.account_id, p.full_name, h.state, " \
  "h.ended_at, h.why FROM core_schedule h JOIN core_person p ON p.id = h.person_id "
inline constexpr db::Sql kSchedule{PORTAL_SCHEDULE "WHERE h.id = ?"};
inline constexpr db::Sql kScheduleForUpdate{PORTAL_SCHEDULE "WHERE h.id = ? FOR UPDATE"};
inline constexpr db::Sql kLastSchedule{PORTAL_SCHEDULE "WHERE h.item_id = ? AND h.act = ? ORDER BY h.id DESC LIMIT 1"};
#undef PORTAL_SCHEDULE
inline constexpr db::Sql kDueSchedules{"SELECT id FROM core_schedule WHERE state = 'waiting' AND at <= ? ORDER BY at, id LIMIT 50"};
inline constexpr db::Sql kAddSchedule{
    "INSERT INTO core_schedule (item_id, act, version, at, mode, notice, is_minor, change_note, person_id, account_id, created_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kReplaceSchedules{
    "UPDATE core_schedule SET state = 'cancelled', ended_at = ?, why = ? WHERE item_id = ? AND act = ? AND state = 'waiting'"};
inline constexpr db::Sql kEndSchedule{"UPDATE core_schedule SET state = ?, ended_at = ?, why = ? WHERE id = ? AND state = 'waiting'"};

// What each database account needs is in sql/grants.h.
// The trail: how often something was done.
inline constexpr db::Sql kCountActs{"SELECT COUNT(*) FROM core_audit FORCE INDEX (core_audit_action) WHERE action = ? AND at >= ? AND at < ?"};

inline constexpr std::array kAllQueries{kCountActs, kSchedule, kScheduleForUpdate, kLastSchedule, kDueSchedules, kAddSchedule, kReplaceSchedules, kEndSchedule,
                                        kItem, kItemForUpdate, kClockFacts, kHistory, kChecklist, kMissingChecks, kTickCheck, kTickedChecks, kUntickCheck,
                                        kHasWritten, kPersonName, kMayStillCheck, kDelegation,
                                        kEndedDelegation, kDelegationElsewhere, kSetting, kSectionSteps, kGround, kIsBoardMember, kNextCounter,
                                        kCreateItem, kReceiveItem, kAddVersion,
                                        kVersionDigest, kSetVersion, kMoveItem, kAddOriginal, kOriginal, kPurgeOriginals, kSetTitle, kHasOpenTakedown,
                                        kPurgeItem, kPurgeDrafts, kPurgeRequests,
                                        kPurgeNotices, kPurgeFlags, kAddFlag, kEndFlags, kFlags, kPurgeJobs, kPurgeNotes, kLastAudit, kAddAudit,
                                        kAddAuditNote, kAuditChain, kAuditPage, kVersionRecount,
                                        kStateMismatch, kVersionMismatch, kFindForm, kRememberForm, kTakedownJobs, kRefreshJobs,
                                        kCloseTakedowns, kSupersedeTakedowns};

}  // namespace portal::workflow
