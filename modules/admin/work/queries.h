// Every SQL statement of the work pages, named. All go along an index of core_item or core_audit and read one page, so they are the same
// for two hundred items and for two hundred thousand. core_item comes first (STRAIGHT_JOIN), along the
// index that has the order of the list, whatever is known of the tables' sizes at the moment: a list is cut at its 31st row and never sorted.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::work_sql {

#define PORTAL_WORK_COLUMNS(HAS_WRITTEN, INDEX)                                                                                          \
  "SELECT STRAIGHT_JOIN i.id, i.code, i.module, i.kind, i.title, s.title, u.short_name, p.full_name, i.state, i.state_since, "                 \
  "COALESCE(q.full_name, ''), i.published_version IS NOT NULL, " HAS_WRITTEN                                                     \
  ", (SELECT CONCAT_WS('|', h.state, h.at, h.why) FROM core_schedule h WHERE h.item_id = i.id AND h.act = 'publish' ORDER BY h.id DESC LIMIT 1)"                                                     \
  " FROM core_item i FORCE INDEX (" INDEX ") JOIN core_section s ON s.id = i.section_id JOIN core_unit u ON u.id = i.unit_id "                           \
  "JOIN core_person p ON p.id = i.author_person LEFT JOIN core_person q ON q.id = i.assigned_to "
#define PORTAL_AFTER "AND i.state_since >= ? AND (i.state_since > ? OR i.id > ?) ORDER BY i.state_since, i.id LIMIT 31"
#define PORTAL_BEFORE "AND i.state_since <= ? AND (i.state_since < ? OR i.id < ?) ORDER BY i.state_since DESC, i.id DESC LIMIT 31"

// Codes, kinds and chains are ASCII and what somebody looks for may not be: without CONVERT such a comparison is an error, with it no row.

// What waits for one person, by the reason why it waits; the longest waiting first.
inline constexpr db::Sql kWaitingAuthor{PORTAL_WORK_COLUMNS("0", "core_item_author") "WHERE i.author_person = ? AND i.state IN ('draft', 'returned') " PORTAL_AFTER};
inline constexpr db::Sql kWaitingUnit{PORTAL_WORK_COLUMNS("0", "core_item_unit") "WHERE i.unit_id = ? AND i.state = 'unit_review' " PORTAL_AFTER};
inline constexpr db::Sql kWaitingState{PORTAL_WORK_COLUMNS("0", "core_item_state") "WHERE i.state = ? " PORTAL_AFTER};
inline constexpr db::Sql kWaitingEditor{PORTAL_WORK_COLUMNS("0", "core_item_assigned") "WHERE i.assigned_to = ? AND i.state = 'editing' " PORTAL_AFTER};
// Parameters: person (four-eyes), state, is head, person, act, now, now.
inline constexpr db::Sql kWaitingCheck{
    PORTAL_WORK_COLUMNS("(i.author_person = ? OR EXISTS (SELECT 1 FROM core_item_version v WHERE v.item_id = i.id AND v.person_id = ? "
                        "AND v.step IN ('write', 'unit', 'edit')))",
                        "core_item_state")
    "WHERE i.state = ? AND (? = 1 OR EXISTS (SELECT 1 FROM core_delegation d WHERE d.to_person = ? AND d.act IN (?, 'act_as_head') "
    "AND d.revoked_at IS NULL AND d.valid_from <= ? AND d.valid_to > ? AND (d.section_id IS NULL OR d.section_id = i.section_id "
    "OR d.section_id = s.parent_id))) " PORTAL_AFTER};

// What was taken down or posted urgently and awaits its check, and what is said to be outdated in a unit or of an author (D12.3, D15.3, D9.3f).
inline constexpr db::Sql kWaitingAwaited{PORTAL_WORK_COLUMNS("0", "core_item_awaits") "WHERE i.awaits = ? " PORTAL_AFTER};
inline constexpr db::Sql kWaitingFlagged{PORTAL_WORK_COLUMNS("0", "core_item_flagged") "WHERE i.unit_id = ? AND i.flagged_at IS NOT NULL AND i.state = 'published' " PORTAL_AFTER};
inline constexpr db::Sql kWaitingOwnFlagged{PORTAL_WORK_COLUMNS("0", "core_item_author") "WHERE i.author_person = ? AND i.flagged_at IS NOT NULL AND i.state = 'published' " PORTAL_AFTER};

// What I sent, newest change first.
inline constexpr db::Sql kSent{PORTAL_WORK_COLUMNS("0", "core_item_author") "WHERE i.author_person = ? AND i.submitted_at IS NOT NULL " PORTAL_BEFORE};

// Everything of mine, in whatever state, newest change first.
inline constexpr db::Sql kMine{PORTAL_WORK_COLUMNS("0", "core_item_author") "WHERE i.author_person = ? " PORTAL_BEFORE};

// One state's queue as workflow::may_see() allows it; a draft is its author's alone. Who sees the board's work walks along the state; everybody else
// has the own items and those of each unit that they head, any number of units.
#define PORTAL_FILTER                                                                                          \
  "AND (? = 0 OR i.unit_id = ?) AND (? = '' OR i.kind = CONVERT(? USING ascii)) "                            \
  "AND (? = '' OR i.code = CONVERT(? USING ascii) OR i.title LIKE CONCAT('%', ?, '%')) "
#define PORTAL_NO_DRAFT "(i.state NOT IN ('draft', 'discarded') OR i.published_version IS NOT NULL) "
inline constexpr db::Sql kQueueBoard{
    PORTAL_WORK_COLUMNS("0", "core_item_state") "WHERE i.state = ? AND (i.author_person = ? OR (" PORTAL_NO_DRAFT
                             "AND (i.supplied_at IS NOT NULL OR i.published_version IS NOT NULL OR FIND_IN_SET(i.unit_id, ?)))) " PORTAL_FILTER PORTAL_AFTER};
inline constexpr db::Sql kQueueOwn{PORTAL_WORK_COLUMNS("0", "core_item_author") "WHERE i.state = ? AND i.author_person = ? " PORTAL_FILTER PORTAL_AFTER};
inline constexpr db::Sql kQueueUnit{PORTAL_WORK_COLUMNS("0", "core_item_unit") "WHERE i.state = ? AND i.unit_id = ? AND " PORTAL_NO_DRAFT PORTAL_FILTER PORTAL_AFTER};
#undef PORTAL_FILTER
#undef PORTAL_NO_DRAFT

inline constexpr db::Sql kOpenCounts{
    "SELECT state, COUNT(*) FROM core_item WHERE state IN ('unit_review', 'submitted', 'editing', 'verifying', 'final_check', 'ready') GROUP BY state"};
inline constexpr db::Sql kSentOpen{
    "SELECT COUNT(*) FROM core_item WHERE author_person = ? AND submitted_at IS NOT NULL AND state IN ('unit_review', 'submitted', 'editing', "
    "'verifying', 'final_check', 'ready', 'returned')"};
inline constexpr db::Sql kSecretary{
    "SELECT p.full_name FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id AND a.state = 'active' "
    "JOIN core_person p ON p.id = a.person_id WHERE r.role = 'secretary' AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL "
    "AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?) ORDER BY r.id LIMIT 1"};
inline constexpr db::Sql kUnits{"SELECT id, short_name FROM core_unit WHERE valid_to IS NULL ORDER BY position, name"};
inline constexpr db::Sql kAccountState{
    "SELECT must_change_password, totp_required = 1 AND totp_secret IS NULL FROM core_account WHERE id = ?"};

// The trail of administration and of every item, newest first; `chain` narrows to one thing.
// A note of an item that was hidden since may hold its words (D12.3b).
#define PORTAL_NOTE                                                                                                                             \
  "LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq AND (a.chain NOT LIKE 'item:%' OR EXISTS (SELECT 1 FROM core_item i "     \
  "WHERE i.id = CAST(SUBSTRING(a.chain, 6) AS UNSIGNED) AND (i.secrecy = '' OR a.at >= i.hidden_at))) "
#define PORTAL_AUDIT_COLUMNS                                                                                                      \
  "SELECT a.chain, a.seq, a.at, COALESCE(p.full_name, 'Hệ thống'), a.action, a.from_state, a.to_state, a.version, a.authority, " \
  "COALESCE(n.note, ''), a.note_digest <> '' FROM core_audit a LEFT JOIN core_person p ON p.id = a.person_id "
inline constexpr db::Sql kAudit{PORTAL_AUDIT_COLUMNS PORTAL_NOTE
                                "WHERE a.at <= ? AND (a.at < ? OR a.chain < ? OR (a.chain = ? AND a.seq < ?)) "
                                "ORDER BY a.at DESC, a.chain DESC, a.seq DESC LIMIT 51"};
inline constexpr db::Sql kAuditOfPerson{PORTAL_AUDIT_COLUMNS PORTAL_NOTE
                                        "WHERE a.person_id = ? AND a.at <= ? AND (a.at < ? OR a.chain < ? OR (a.chain = ? AND a.seq < ?)) "
                                        "ORDER BY a.at DESC, a.chain DESC, a.seq DESC LIMIT 51"};
inline constexpr db::Sql kAuditOfChain{PORTAL_AUDIT_COLUMNS PORTAL_NOTE
                                       "WHERE a.chain = CONVERT(? USING ascii) AND a.at <= ? AND (a.at < ? OR a.seq < ?) ORDER BY a.seq DESC LIMIT 51"};
inline constexpr db::Sql kLastChange{
    "SELECT COALESCE(p.full_name, 'Hệ thống'), a.at, COALESCE(n.note, '') FROM core_audit a LEFT JOIN core_person p ON p.id = a.person_id "
    PORTAL_NOTE "WHERE a.chain = ? ORDER BY a.seq DESC LIMIT 1"};
inline constexpr db::Sql kItemByCode{"SELECT id FROM core_item WHERE code = CONVERT(? USING ascii)"};
inline constexpr db::Sql kPeople{"SELECT id, full_name FROM core_person ORDER BY full_name LIMIT 2000"};

#undef PORTAL_NOTE
#undef PORTAL_AUDIT_COLUMNS
#undef PORTAL_WORK_COLUMNS
#undef PORTAL_AFTER
#undef PORTAL_BEFORE

inline constexpr std::array kAllQueries{kWaitingAuthor, kWaitingUnit, kWaitingState, kWaitingEditor, kWaitingCheck, kWaitingAwaited, kWaitingFlagged,
                                        kWaitingOwnFlagged, kSent, kMine, kQueueBoard, kQueueOwn, kQueueUnit, kOpenCounts,
                                        kSentOpen, kSecretary, kUnits, kAccountState, kAudit, kAuditOfPerson, kAuditOfChain, kLastChange, kItemByCode, kPeople};

}  // namespace portal::admin::work_sql
