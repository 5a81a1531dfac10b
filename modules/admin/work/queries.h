// Every SQL statement of the work pages, named. All go along an index of core_item or core_audit and read one page, so they are the same
// for two hundred items and for two hundred thousand. core_item comes first (STRAIGHT_JOIN), along the
// index that has the order of the list, whatever is known of the tables' sizes at the moment: a list is cut at its 31st row and never sorted. The tables beside
// it are forced as well: one that seems to have a single row would be read into a join buffer, and what comes out of that has lost its order.
#pragma once

#include <array>

#include "shared/access/second_factor_sql.h"
#include "shared/db/sql.h"
#include "shared/office/lane_sql.h"

namespace portal::admin::work_sql {

#define PORTAL_HOLDER "IF(i.state = 'editing', i.assigned_to, i.checked_by)"
#define PORTAL_WORK_FIELDS                                                                                                                            \
  "i.id, i.code, i.module, i.kind, i.title, s.title, u.short_name, p.full_name, i.state, i.state_since, COALESCE(q.full_name, ''), "                \
  "i.published_version IS NOT NULL, i.row_version, i.awaits, i.flagged_at IS NOT NULL, " PORTAL_HOLDER ", (SELECT CONCAT_WS('|', h.state, h.at, h.why) FROM core_schedule h " \
  "WHERE h.item_id = i.id AND h.act = 'publish' ORDER BY h.id DESC LIMIT 1)"
#define PORTAL_WORK_JOINS                                                                                                                \
  "JOIN core_section s FORCE INDEX (PRIMARY) ON s.id = i.section_id JOIN core_unit u FORCE INDEX (PRIMARY) ON u.id = i.unit_id "          \
  "JOIN core_person p FORCE INDEX (PRIMARY) ON p.id = i.author_person LEFT JOIN core_person q FORCE INDEX (PRIMARY) ON q.id = " PORTAL_HOLDER " "
#define PORTAL_WORK_COLUMNS(INDEX) "SELECT STRAIGHT_JOIN " PORTAL_WORK_FIELDS " FROM core_item i FORCE INDEX (" INDEX ") " PORTAL_WORK_JOINS
#define PORTAL_AFTER "AND i.state_since >= ? AND (i.state_since > ? OR i.id > ?) ORDER BY i.state_since, i.id LIMIT 31"
#define PORTAL_BEFORE "AND i.state_since <= ? AND (i.state_since < ? OR i.id < ?) ORDER BY i.state_since DESC, i.id DESC LIMIT 31"

// Codes, kinds and chains are ASCII and what somebody looks for may not be: without CONVERT such a comparison is an error, with it no row.

// The inbox's filters; each is not set at 0 or "". Parameters: section three times; unit, state, holder twice each; whether only what nobody has; words
// three times; due (1 overdue, 2 near, 3 without a due time) twice, now, due, now, now, due; not before, not after.
#define PORTAL_OPEN_CLOCK(COLUMN) "(SELECT MIN(c2." COLUMN ") FROM core_clock c2 WHERE c2.item_id = i.id AND c2.state = 'open')"
#define PORTAL_FILTERS                                                                                                                          \
  "AND (? = 0 OR i.section_id = ? OR s.parent_id = ?) AND (? = 0 OR i.unit_id = ?) AND (? = '' OR i.state = CONVERT(? USING ascii)) "           \
  "AND (? = 0 OR " PORTAL_HOLDER " = ?) "                                                      \
  "AND (? = 0 OR (i.state IN ('editing', 'verifying', 'final_check') AND " PORTAL_HOLDER " IS NULL)) "                                        \
  "AND (? = '' OR i.code = CONVERT(? USING ascii) OR i.title LIKE CONCAT('%', ?, '%')) "                                                      \
  "AND (? = 0 OR (? = 1 AND " PORTAL_OPEN_CLOCK("due_at") " < ?) OR (? = 2 AND " PORTAL_OPEN_CLOCK("due_at") " >= ? AND " PORTAL_OPEN_CLOCK("amber_at")  \
  " <= ?) OR (? = 3 AND " PORTAL_OPEN_CLOCK("due_at") " IS NULL)) "                                                                              \
  "AND i.state_since >= ? AND i.state_since <= ? "

// A lane (shared/office/lanes.h), the longest waiting first or the newest first.
inline constexpr db::Sql kOldestOwn{PORTAL_WORK_COLUMNS(PORTAL_LANE_OWN_INDEX) "WHERE " PORTAL_LANE_OWN PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestOwn{PORTAL_WORK_COLUMNS(PORTAL_LANE_OWN_INDEX) "WHERE " PORTAL_LANE_OWN PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestUnit{PORTAL_WORK_COLUMNS(PORTAL_LANE_UNIT_INDEX) "WHERE " PORTAL_LANE_UNIT PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestUnit{PORTAL_WORK_COLUMNS(PORTAL_LANE_UNIT_INDEX) "WHERE " PORTAL_LANE_UNIT PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestState{PORTAL_WORK_COLUMNS(PORTAL_LANE_STATE_INDEX) "WHERE " PORTAL_LANE_STATE PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestState{PORTAL_WORK_COLUMNS(PORTAL_LANE_STATE_INDEX) "WHERE " PORTAL_LANE_STATE PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestEdited{PORTAL_WORK_COLUMNS(PORTAL_LANE_EDITED_INDEX) "WHERE " PORTAL_LANE_EDITED PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestEdited{PORTAL_WORK_COLUMNS(PORTAL_LANE_EDITED_INDEX) "WHERE " PORTAL_LANE_EDITED PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestCheck{PORTAL_WORK_COLUMNS(PORTAL_LANE_CHECK_INDEX) "WHERE " PORTAL_LANE_CHECK PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestCheck{PORTAL_WORK_COLUMNS(PORTAL_LANE_CHECK_INDEX) "WHERE " PORTAL_LANE_CHECK PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestAwaited{PORTAL_WORK_COLUMNS(PORTAL_LANE_AWAITED_INDEX) "WHERE " PORTAL_LANE_AWAITED PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestAwaited{PORTAL_WORK_COLUMNS(PORTAL_LANE_AWAITED_INDEX) "WHERE " PORTAL_LANE_AWAITED PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestOwnFlagged{PORTAL_WORK_COLUMNS(PORTAL_LANE_OWN_FLAGGED_INDEX) "WHERE " PORTAL_LANE_OWN_FLAGGED PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestOwnFlagged{PORTAL_WORK_COLUMNS(PORTAL_LANE_OWN_FLAGGED_INDEX) "WHERE " PORTAL_LANE_OWN_FLAGGED PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestUnitFlagged{PORTAL_WORK_COLUMNS(PORTAL_LANE_UNIT_FLAGGED_INDEX) "WHERE " PORTAL_LANE_UNIT_FLAGGED PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestUnitFlagged{PORTAL_WORK_COLUMNS(PORTAL_LANE_UNIT_FLAGGED_INDEX) "WHERE " PORTAL_LANE_UNIT_FLAGGED PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestUrgent{PORTAL_WORK_COLUMNS(PORTAL_LANE_URGENT_INDEX) "WHERE " PORTAL_LANE_URGENT PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestUrgent{PORTAL_WORK_COLUMNS(PORTAL_LANE_URGENT_INDEX) "WHERE " PORTAL_LANE_URGENT PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestOrdered{PORTAL_WORK_COLUMNS(PORTAL_LANE_ORDERED_INDEX) "WHERE " PORTAL_LANE_ORDERED PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestOrdered{PORTAL_WORK_COLUMNS(PORTAL_LANE_ORDERED_INDEX) "WHERE " PORTAL_LANE_ORDERED PORTAL_FILTERS PORTAL_BEFORE};
inline constexpr db::Sql kOldestPurge{PORTAL_WORK_COLUMNS(PORTAL_LANE_PURGE_INDEX) "WHERE " PORTAL_LANE_PURGE PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestPurge{PORTAL_WORK_COLUMNS(PORTAL_LANE_PURGE_INDEX) "WHERE " PORTAL_LANE_PURGE PORTAL_FILTERS PORTAL_BEFORE};
// What I sent, newest change first or last.
inline constexpr db::Sql kOldestSent{PORTAL_WORK_COLUMNS("core_item_author") "WHERE i.author_person = ? AND i.submitted_at IS NOT NULL " PORTAL_FILTERS PORTAL_AFTER};
inline constexpr db::Sql kNewestSent{PORTAL_WORK_COLUMNS("core_item_author") "WHERE i.author_person = ? AND i.submitted_at IS NOT NULL " PORTAL_FILTERS PORTAL_BEFORE};

// All lanes of a list at once, the nearest due time first: along the open clocks, each item at its first one. The lanes come as sets, "" or 0 for a kind
// that the list does not have. Parameters: person, states of the own; units, states of all; person who edits, whether what nobody edits; states of
// the checks, those of
// PORTAL_MAY_CHECK (with the act of each state by itself); what is awaited; whether what was posted before the checks, and those of PORTAL_MAY_CHECK;
// whether what is ordered to be, person; whether what is asked to be purged, person; whether of the own, units that are told of what is outdated; the filters;
// due time three times, clock.
#define PORTAL_MAY_CHECK_AS(STATE, ACT)                                                                                                            \
  "i.state = '" STATE "' AND (? = 1 OR EXISTS (SELECT 1 FROM core_delegation d WHERE d.to_person = ? AND d.act IN ('" ACT "', 'act_as_head') "     \
  "AND d.revoked_at IS NULL AND d.valid_from <= ? AND d.valid_to > ? AND (d.section_id IS NULL OR d.section_id = i.section_id OR d.section_id = s.parent_id))) "
inline constexpr db::Sql kByDue{
    "SELECT STRAIGHT_JOIN " PORTAL_WORK_FIELDS ", c.due_at, c.id FROM core_clock c FORCE INDEX (core_clock_due) JOIN core_item i ON i.id = c.item_id "
    PORTAL_WORK_JOINS "WHERE c.state = 'open' AND ((i.author_person = ? AND FIND_IN_SET(i.state, CONVERT(? USING ascii))) OR (i.state = 'unit_review' AND FIND_IN_SET(i.unit_id, ?)) "
    "OR FIND_IN_SET(i.state, CONVERT(? USING ascii)) OR (i.state = 'editing' AND (i.assigned_to = ? OR (? = 1 AND i.assigned_to IS NULL))) "
    "OR (FIND_IN_SET(i.state, CONVERT(? USING ascii)) AND (i.checked_by IS NULL OR i.checked_by = ?) AND i.author_person <> ? AND NOT EXISTS (SELECT 1 FROM core_item_version v "
    "WHERE v.item_id = i.id AND v.person_id = ? AND v.step IN ('write', 'unit', 'edit')) AND ((" PORTAL_MAY_CHECK_AS("verifying", "verify") ") OR ("
    PORTAL_MAY_CHECK_AS("final_check", "final_check") "))) OR (i.awaits <> '' AND FIND_IN_SET(i.awaits, CONVERT(? USING ascii))) "
    "OR (? = 1 AND " PORTAL_LANE_URGENT ") OR (? = 1 AND " PORTAL_LANE_ORDERED ") OR (? = 1 AND " PORTAL_LANE_PURGE ") "
    "OR (i.state = 'published' AND i.flagged_at IS NOT NULL AND (i.author_person = ? OR FIND_IN_SET(i.unit_id, ?)))) "
    "AND NOT EXISTS (SELECT 1 FROM core_clock e WHERE e.item_id = c.item_id AND e.state = 'open' AND (e.due_at < c.due_at OR (e.due_at = c.due_at AND e.id < c.id))) "
    PORTAL_FILTERS "AND c.due_at >= ? AND (c.due_at > ? OR c.id > ?) ORDER BY c.due_at, c.id LIMIT 31"};
#undef PORTAL_MAY_CHECK_AS

// Of a lane's thousand longest waiting: how many are overdue, how many near their due time. Parameters: now, now, now, those of the lane.
#define PORTAL_LATE(INDEX, WHERE)                                                                                                                              \
  "SELECT COALESCE(SUM(few.due < ?), 0), COALESCE(SUM(few.due >= ? AND few.amber <= ?), 0), COUNT(*) = 1000 FROM (SELECT (SELECT MIN(c.due_at) "        \
  "FROM core_clock c WHERE c.item_id = i.id AND c.state = 'open') AS due, (SELECT MIN(c.amber_at) FROM core_clock c WHERE c.item_id = i.id AND c.state = 'open') " \
  "AS amber FROM core_item i FORCE INDEX (" INDEX ") WHERE " WHERE "LIMIT 1000) few"
inline constexpr db::Sql kLateOwn{PORTAL_LATE(PORTAL_LANE_OWN_INDEX, PORTAL_LANE_OWN)};
inline constexpr db::Sql kLateUnit{PORTAL_LATE(PORTAL_LANE_UNIT_INDEX, PORTAL_LANE_UNIT)};
inline constexpr db::Sql kLateState{PORTAL_LATE(PORTAL_LANE_STATE_INDEX, PORTAL_LANE_STATE)};
inline constexpr db::Sql kLateEdited{PORTAL_LATE(PORTAL_LANE_EDITED_INDEX, PORTAL_LANE_EDITED)};
inline constexpr db::Sql kLateCheck{PORTAL_LATE(PORTAL_LANE_CHECK_INDEX, PORTAL_LANE_CHECK)};
inline constexpr db::Sql kLateAwaited{PORTAL_LATE(PORTAL_LANE_AWAITED_INDEX, PORTAL_LANE_AWAITED)};
inline constexpr db::Sql kLateOwnFlagged{PORTAL_LATE(PORTAL_LANE_OWN_FLAGGED_INDEX, PORTAL_LANE_OWN_FLAGGED)};
inline constexpr db::Sql kLateUnitFlagged{PORTAL_LATE(PORTAL_LANE_UNIT_FLAGGED_INDEX, PORTAL_LANE_UNIT_FLAGGED)};
inline constexpr db::Sql kLateUrgent{PORTAL_LATE(PORTAL_LANE_URGENT_INDEX, PORTAL_LANE_URGENT)};
inline constexpr db::Sql kLateOrdered{PORTAL_LATE(PORTAL_LANE_ORDERED_INDEX, PORTAL_LANE_ORDERED)};
inline constexpr db::Sql kLatePurge{PORTAL_LATE(PORTAL_LANE_PURGE_INDEX, PORTAL_LANE_PURGE)};
#undef PORTAL_LATE

// Everything of mine, in whatever state, newest change first.
inline constexpr db::Sql kMine{PORTAL_WORK_COLUMNS("core_item_author") "WHERE i.author_person = ? " PORTAL_BEFORE};

// One state's queue as workflow::may_see() allows it; a draft is its author's alone. Who sees the board's work walks along the state; everybody else
// has the own items and those of each unit that they head, any number of units.
#define PORTAL_FILTER                                                                                          \
  "AND (? = 0 OR i.unit_id = ?) AND (? = '' OR i.kind = CONVERT(? USING ascii)) "                            \
  "AND (? = '' OR i.code = CONVERT(? USING ascii) OR i.title LIKE CONCAT('%', ?, '%')) "
#define PORTAL_NO_DRAFT "(i.state NOT IN ('draft', 'discarded') OR i.published_version IS NOT NULL) "
inline constexpr db::Sql kQueueBoard{
    PORTAL_WORK_COLUMNS("core_item_state") "WHERE i.state = ? AND (i.author_person = ? OR (" PORTAL_NO_DRAFT
                             "AND (i.supplied_at IS NOT NULL OR i.published_version IS NOT NULL OR FIND_IN_SET(i.unit_id, ?)))) " PORTAL_FILTER PORTAL_AFTER};
inline constexpr db::Sql kQueueOwn{PORTAL_WORK_COLUMNS("core_item_author") "WHERE i.state = ? AND i.author_person = ? " PORTAL_FILTER PORTAL_AFTER};
inline constexpr db::Sql kQueueUnit{PORTAL_WORK_COLUMNS("core_item_unit") "WHERE i.state = ? AND i.unit_id = ? AND " PORTAL_NO_DRAFT PORTAL_FILTER PORTAL_AFTER};
#undef PORTAL_FILTER
#undef PORTAL_NO_DRAFT

// Bounded like every number of the office.
inline constexpr db::Sql kSentOpen{
    "SELECT COUNT(*), MIN(few.since), COUNT(*) = 1000 FROM (SELECT i.state_since AS since FROM core_item i FORCE INDEX (core_item_author_state) "
    "WHERE i.author_person = ? AND i.submitted_at IS NOT NULL AND i.state IN ('unit_review', 'submitted', 'editing', 'verifying', 'final_check', 'ready', "
    "'returned') LIMIT 1000) few"};
inline constexpr db::Sql kSections{
    "SELECT s.id, s.title, s.parent_id FROM core_section s LEFT JOIN core_section p ON p.id = s.parent_id WHERE s.kind <> 'contact' "
    "ORDER BY COALESCE(p.position, s.position), COALESCE(p.id, s.id), s.parent_id IS NOT NULL, s.position, s.id"};
// Who can have a step of the board: its members, and its secretary.
inline constexpr db::Sql kBoard{
    "SELECT DISTINCT p.id, p.full_name FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id AND a.state = 'active' "
    "JOIN core_person p ON p.id = a.person_id WHERE r.role IN ('board_member', 'board_deputy', 'board_head', 'secretary') AND r.confirmed_at IS NOT NULL "
    "AND r.revoked_at IS NULL AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?) ORDER BY p.full_name, p.id"};
inline constexpr db::Sql kSecretary{
    "SELECT p.full_name FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id AND a.state = 'active' "
    "JOIN core_person p ON p.id = a.person_id WHERE r.role = 'secretary' AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL "
    "AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?) ORDER BY r.id LIMIT 1"};
inline constexpr db::Sql kUnits{"SELECT id, short_name FROM core_unit WHERE valid_to IS NULL ORDER BY position, name"};
inline constexpr db::Sql kAccountState{
    "SELECT a.must_change_password, a.totp_secret IS NULL AND " PORTAL_NEEDS_SECOND_FACTOR("a") " FROM core_account a WHERE a.id = ?"};

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
inline constexpr db::Sql kItemByCode{"SELECT id FROM core_item WHERE code = CONVERT(? USING ascii)"};
inline constexpr db::Sql kPeople{"SELECT id, full_name FROM core_person ORDER BY full_name LIMIT 2000"};

#undef PORTAL_NOTE
#undef PORTAL_AUDIT_COLUMNS
#undef PORTAL_WORK_COLUMNS
#undef PORTAL_WORK_FIELDS
#undef PORTAL_WORK_JOINS
#undef PORTAL_HOLDER
#undef PORTAL_OPEN_CLOCK
#undef PORTAL_FILTERS
#undef PORTAL_AFTER
#undef PORTAL_BEFORE

// Open clocks of reports (D18.5, D20.1) of one unit, or of none; a few for each month that was not reported.
inline constexpr db::Sql kReports{
    "SELECT STRAIGHT_JOIN c.id FROM core_clock c FORCE INDEX (core_clock_unit) JOIN core_duty d ON d.id = c.duty_id AND d.stop_event = 'reported' WHERE c.unit_id <=> ? "
    "AND c.state = 'open' ORDER BY c.due_at, c.id LIMIT 12"};

inline constexpr std::array kAllQueries{kOldestOwn, kNewestOwn, kOldestUnit, kNewestUnit, kOldestState, kNewestState, kOldestEdited, kNewestEdited,
                                        kOldestCheck, kNewestCheck, kOldestAwaited, kNewestAwaited, kOldestOwnFlagged, kNewestOwnFlagged,
                                        kOldestUnitFlagged, kNewestUnitFlagged, kOldestSent, kNewestSent, kByDue, kLateOwn, kLateUnit, kLateState,
                                        kLateEdited, kLateCheck, kLateAwaited, kLateOwnFlagged, kLateUnitFlagged, kLateUrgent,
                                        kLateOrdered, kLatePurge, kOldestUrgent, kNewestUrgent,
                                        kOldestOrdered, kNewestOrdered, kOldestPurge, kNewestPurge, kMine, kQueueBoard, kQueueOwn,
                                        kQueueUnit, kSentOpen, kSections, kBoard, kSecretary, kUnits, kAccountState, kAudit, kAuditOfPerson,
                                        kAuditOfChain, kItemByCode, kPeople, kReports};

}  // namespace portal::admin::work_sql
