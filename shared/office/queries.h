// Every SQL statement of the office chrome and the workflow panel.
#pragma once

#include <array>

#include "shared/db/sql.h"
#include "shared/office/lane_sql.h"

namespace portal::office {

inline constexpr db::Sql kSetting{"SELECT value FROM core_setting WHERE name = ?"};

// What waits for a person, by lane (lanes.h): how many, since when the first, whether there are more than were counted. Each stops at a thousand rows of its
// index, so that a menu costs the same in an office of two hundred thousand items.
#define PORTAL_IN_ORDER "ORDER BY i.state_since "
#define PORTAL_COUNT(INDEX, WHERE)                                                                                                     \
  "SELECT COUNT(*), MIN(few.since), COUNT(*) = 1000 FROM (SELECT i.state_since AS since FROM core_item i FORCE INDEX (" INDEX ") WHERE " \
  WHERE "LIMIT 1000) few"
inline constexpr db::Sql kCountOwn{PORTAL_COUNT(PORTAL_LANE_OWN_INDEX, PORTAL_LANE_OWN PORTAL_IN_ORDER)};
inline constexpr db::Sql kCountUnit{PORTAL_COUNT(PORTAL_LANE_UNIT_INDEX, PORTAL_LANE_UNIT PORTAL_IN_ORDER)};
inline constexpr db::Sql kCountState{PORTAL_COUNT(PORTAL_LANE_STATE_INDEX, PORTAL_LANE_STATE PORTAL_IN_ORDER)};
inline constexpr db::Sql kCountEdited{PORTAL_COUNT(PORTAL_LANE_EDITED_INDEX, PORTAL_LANE_EDITED PORTAL_IN_ORDER)};
inline constexpr db::Sql kCountAwaited{PORTAL_COUNT(PORTAL_LANE_AWAITED_INDEX, PORTAL_LANE_AWAITED PORTAL_IN_ORDER)};
inline constexpr db::Sql kCountOwnFlagged{PORTAL_COUNT(PORTAL_LANE_OWN_FLAGGED_INDEX, PORTAL_LANE_OWN_FLAGGED)};
inline constexpr db::Sql kCountUnitFlagged{PORTAL_COUNT(PORTAL_LANE_UNIT_FLAGGED_INDEX, PORTAL_LANE_UNIT_FLAGGED)};
inline constexpr db::Sql kCountUrgent{PORTAL_COUNT(PORTAL_LANE_URGENT_INDEX, PORTAL_LANE_URGENT PORTAL_IN_ORDER)};
inline constexpr db::Sql kCountOrdered{PORTAL_COUNT(PORTAL_LANE_ORDERED_INDEX, PORTAL_LANE_ORDERED)};
inline constexpr db::Sql kCountPurge{PORTAL_COUNT(PORTAL_LANE_PURGE_INDEX, PORTAL_LANE_PURGE PORTAL_IN_ORDER)};
// The thousand that wait longest are looked at, whoever may check them: else one whose delegation covers a small section would read them all.
// Parameters: those of PORTAL_MAY_CHECK, state.
inline constexpr db::Sql kCountCheck{
    "SELECT COALESCE(SUM(few.mine), 0), MIN(IF(few.mine, few.since, NULL)), COUNT(*) = 1000 FROM (SELECT i.state_since AS since, (" PORTAL_MAY_CHECK ") AS mine "
    "FROM core_item i FORCE INDEX (" PORTAL_LANE_CHECK_COUNT_INDEX ") WHERE i.state = ? ORDER BY i.state_since LIMIT 1000) few"};
#undef PORTAL_COUNT
#undef PORTAL_IN_ORDER
inline constexpr db::Sql kCountOpen{
    "SELECT COUNT(*) FROM (SELECT 1 FROM core_item FORCE INDEX (core_item_state) WHERE state IN ('unit_review', 'submitted', 'editing', 'verifying', "
    "'final_check', 'ready') LIMIT 1000) few"};
inline constexpr db::Sql kCountOpenUnit{
    "SELECT COUNT(*) FROM (SELECT 1 FROM core_item FORCE INDEX (core_item_unit) WHERE unit_id = ? AND state IN ('draft', 'returned', 'unit_review', "
    "'submitted', 'editing', 'verifying', 'final_check', 'ready') LIMIT 1000) few"};
// Of the intake register, whose rows only its own programs read.
inline constexpr db::Sql kCountIntake{"SELECT core_count_intake()"};
inline constexpr db::Sql kDelegatedActs{
    "SELECT DISTINCT act FROM core_delegation WHERE to_person = ? AND revoked_at IS NULL AND valid_from <= ? AND valid_to > ?"};
// Roles that wait for this person's confirmation, as admin's why_not_confirm() decides: the head's by the leadership, all others by the head, never
// one's own nor what one entered (D6.3). Parameters: person, person, day, day, day, is director, is head.
inline constexpr db::Sql kCountRoles{
    "SELECT COUNT(*) FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id WHERE r.confirmed_at IS NULL AND r.revoked_at IS NULL "
    "AND a.person_id <> ? AND (r.entered_by IS NULL OR r.entered_by <> ?) AND (r.valid_to IS NULL OR r.valid_to >= ?) "
    "AND IF(r.role = 'board_head' OR EXISTS (SELECT 1 FROM core_role_assignment h JOIN core_account b ON b.id = h.account_id WHERE b.person_id = a.person_id "
    "AND h.role = 'board_head' AND h.confirmed_at IS NOT NULL AND h.revoked_at IS NULL AND h.valid_from <= ? AND (h.valid_to IS NULL OR h.valid_to >= ?)), ?, ?) = 1"};
inline constexpr db::Sql kHasDelegation{
    "SELECT 1 FROM core_delegation WHERE to_person = ? AND act = ? AND revoked_at IS NULL AND valid_from <= ? AND valid_to > ? LIMIT 1"};

// The panel.
inline constexpr db::Sql kPerson{
    "SELECT p.full_name, p.job_title, p.phone, p.email, u.name FROM core_person p LEFT JOIN core_unit u ON u.id = p.unit_id WHERE p.id = ?"};
inline constexpr db::Sql kUnitName{"SELECT name FROM core_unit WHERE id = ?"};
inline constexpr db::Sql kUnitsInForce{"SELECT id, name FROM core_unit WHERE valid_to IS NULL ORDER BY position, name"};
inline constexpr db::Sql kDraftOwners{
    "SELECT p.full_name, COUNT(*) FROM core_draft d JOIN core_person p ON p.id = d.person_id WHERE d.subject = ? AND d.closed_at IS NULL GROUP BY p.id"};
inline constexpr db::Sql kSectionTitle{"SELECT title FROM core_section WHERE id = ?"};
inline constexpr db::Sql kSections{
    "SELECT s.id, s.title, s.item_kind, s.parent_id FROM core_section s LEFT JOIN core_section p ON p.id = s.parent_id WHERE s.kind <> 'contact' "
    "ORDER BY COALESCE(p.position, s.position), COALESCE(p.id, s.id), s.parent_id IS NOT NULL, s.position, s.id"};
inline constexpr db::Sql kGrounds{"SELECT code, clause, label, hint FROM core_ground WHERE kind = ? AND (? = 0 OR is_secret = 1) ORDER BY position, code"};
// Board members of today: whom an item can be given to (D11.1).
inline constexpr db::Sql kBoardMembers{
    "SELECT DISTINCT p.id, p.full_name, p.job_title FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id "
    "JOIN core_person p ON p.id = a.person_id WHERE r.role IN ('board_member', 'board_deputy', 'board_head') AND a.state = 'active' "
    "AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?) "
    "ORDER BY p.full_name, p.id"};
inline constexpr db::Sql kVersions{
    "SELECT v.version, p.full_name, v.step, v.created_at FROM core_item_version v JOIN core_person p ON p.id = v.person_id "
    "WHERE v.item_id = ? ORDER BY v.version DESC"};
inline constexpr db::Sql kLastChange{
    "SELECT p.full_name, a.at FROM core_audit a LEFT JOIN core_person p ON p.id = a.person_id WHERE a.chain = ? ORDER BY a.seq DESC LIMIT 1"};
// The last change of a thing of administration, with what changed; the notes of items are read with the item's own secrecy (D12.3b), never here.
inline constexpr db::Sql kLastDeed{
    "SELECT COALESCE(p.full_name, 'Hệ thống'), a.at, COALESCE(n.note, '') FROM core_audit a LEFT JOIN core_person p ON p.id = a.person_id "
    "LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq AND a.chain NOT LIKE 'item:%' WHERE a.chain = ? ORDER BY a.seq DESC LIMIT 1"};
// The take-down of one withdrawal on every node: how many, how many confirmed, when the last one was, and the newest error.
inline constexpr db::Sql kTakedown{
    "SELECT COUNT(*), COALESCE(SUM(state = 'done'), 0), MAX(done_at), MAX(CASE WHEN state <> 'done' THEN last_error ELSE '' END) "
    "FROM core_job WHERE item_id = ? AND kind = 'cache.takedown' AND created_at >= ?"};

inline constexpr db::Sql kOpenTakedowns{
    "SELECT COUNT(*), COALESCE(MAX(last_error), '') FROM core_job WHERE item_id = ? AND kind = 'cache.takedown' AND state <> 'done'"};

inline constexpr std::array kAllQueries{
    kSetting, kCountOwn, kCountUnit, kCountState, kCountEdited, kCountAwaited, kCountOwnFlagged, kCountUnitFlagged, kCountUrgent, kCountOrdered, kCountPurge,
    kCountCheck, kCountOpen, kCountOpenUnit, kCountIntake,
    kDelegatedActs, kCountRoles, kHasDelegation,
    kPerson, kUnitName, kUnitsInForce, kDraftOwners, kSectionTitle, kSections, kGrounds, kBoardMembers, kVersions, kLastChange, kLastDeed, kTakedown,
    kOpenTakedowns};

}  // namespace portal::office
