// Every SQL statement of a unit's end, named. A unit has tens of people and a few dozen open items.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::workflow {

#define PORTAL_UNIT_CHANGE                                                                                                                        \
  "SELECT c.id, c.unit_id, c.into_unit, u.name, COALESCE(n.name, ''), c.from_day, c.document_number, c.entered_by, e.full_name, c.entered_at, "     \
  "c.confirmed_by, COALESCE(k.full_name, ''), c.confirmed_at, c.cancelled_at, COALESCE(x.full_name, ''), c.done_at FROM core_unit_change c "       \
  "JOIN core_unit u ON u.id = c.unit_id LEFT JOIN core_unit n ON n.id = c.into_unit JOIN core_person e ON e.id = c.entered_by "                    \
  "LEFT JOIN core_person k ON k.id = c.confirmed_by LEFT JOIN core_person x ON x.id = c.cancelled_by "
inline constexpr db::Sql kUnitChange{PORTAL_UNIT_CHANGE "WHERE c.id = ?"};
inline constexpr db::Sql kUnitChangeForUpdate{PORTAL_UNIT_CHANGE "WHERE c.id = ? FOR UPDATE"};
inline constexpr db::Sql kUnitChangeWaiting{PORTAL_UNIT_CHANGE "WHERE c.waiting_unit = ?"};
#undef PORTAL_UNIT_CHANGE
inline constexpr db::Sql kDueUnitChanges{
    "SELECT id FROM core_unit_change WHERE done_at IS NULL AND cancelled_at IS NULL AND from_day <= ? AND confirmed_at IS NOT NULL ORDER BY from_day, id LIMIT 50"};

// What follows. What the board never had goes over (D9.4 counts it where it is supplied).
inline constexpr db::Sql kItemsToMove{
    "SELECT id, code, state FROM core_item WHERE unit_id = ? AND state IN ('draft', 'unit_review', 'returned') AND first_supplied_at IS NULL ORDER BY id"};
inline constexpr db::Sql kItemsThatStay{
    "SELECT COALESCE(SUM(state IN ('draft', 'unit_review', 'returned', 'submitted', 'editing', 'verifying', 'final_check', 'ready')), 0), COUNT(*) FROM core_item "
    "WHERE unit_id = ? AND NOT (state IN ('draft', 'unit_review', 'returned') AND first_supplied_at IS NULL)"};
inline constexpr db::Sql kPeopleOfUnit{"SELECT id, full_name, job_title FROM core_person WHERE unit_id = ? ORDER BY position, id"};
inline constexpr db::Sql kRolesOfUnit{
    "SELECT r.id, r.account_id, p.id, a.username, p.full_name, r.role, DATE_FORMAT(r.valid_from, '%d/%m/%Y'), COALESCE(DATE_FORMAT(r.valid_to, '%d/%m/%Y'), ''), "
    "EXISTS (SELECT 1 FROM core_role_assignment o WHERE o.account_id = r.account_id AND o.role = r.role AND o.unit_id = ? AND o.revoked_at IS NULL "
    "AND (o.valid_to IS NULL OR o.valid_to >= ?)) FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id JOIN core_person p ON p.id = a.person_id "
    "WHERE r.unit_id = ? AND r.revoked_at IS NULL AND (r.valid_to IS NULL OR r.valid_to >= ?) ORDER BY p.full_name, r.id"};
inline constexpr db::Sql kDelegationsOfUnit{
    "SELECT p.full_name, d.act, d.document_number, d.valid_to FROM core_delegation d JOIN core_person p ON p.id = d.to_person WHERE p.unit_id = ? "
    "AND d.revoked_at IS NULL AND d.valid_to > ? ORDER BY p.full_name, d.id"};
// What the unit itself owes ends with it; the time of a reader's matter runs on, and who heads the successor answers for it (decision 0025).
inline constexpr db::Sql kClocksOfUnit{
    "SELECT c.id, d.clause, d.title, c.due_at FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE c.unit_id = ? AND c.state = 'open' AND c.item_id IS NULL AND d.subject NOT IN ('question', 'feedback') "
    "ORDER BY c.due_at, c.id"};
inline constexpr db::Sql kQuotasOfUnit{"SELECT COUNT(*) FROM core_quota WHERE unit_id = ? AND (valid_to IS NULL OR valid_to >= ?)"};

// Carrying it out.
inline constexpr db::Sql kEndUnit{
    "UPDATE core_unit SET valid_to = ? - INTERVAL 1 DAY, merged_into = ?, row_version = row_version + 1 WHERE id = ?"};
inline constexpr db::Sql kHandOnPredecessors{"UPDATE core_unit SET merged_into = ?, row_version = row_version + 1 WHERE merged_into = ?"};
inline constexpr db::Sql kMoveItemUnit{"UPDATE core_item SET unit_id = ? WHERE id = ?"};
inline constexpr db::Sql kMoveItemClocks{"UPDATE core_clock SET unit_id = ? WHERE item_id = ? AND unit_id = ? AND state = 'open'"};
inline constexpr db::Sql kMovePerson{"UPDATE core_person SET unit_id = ?, row_version = row_version + 1 WHERE id = ?"};
// One that had not begun never will: it is revoked; the others have their last day.
inline constexpr db::Sql kEndRole{
    "UPDATE core_role_assignment SET revoked_by = IF(valid_from >= ?, ?, revoked_by), revoked_at = IF(valid_from >= ?, ?, revoked_at), "
    "valid_to = IF(valid_from >= ?, valid_to, ? - INTERVAL 1 DAY) WHERE id = ?"};
inline constexpr db::Sql kMoveRole{
    "INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, valid_to, entered_by, entered_at, confirmed_by, confirmed_at) "
    "SELECT account_id, role, ?, GREATEST(valid_from, ?), valid_to, ?, ?, IF(confirmed_at IS NULL, NULL, ?), IF(confirmed_at IS NULL, NULL, ?) "
    "FROM core_role_assignment WHERE id = ?"};
inline constexpr db::Sql kEndQuotas{
    "UPDATE core_quota SET valid_to = ? - INTERVAL 1 DAY, row_version = row_version + 1 WHERE unit_id = ? AND (valid_to IS NULL OR valid_to >= ?)"};
inline constexpr db::Sql kUnitChangeDone{"UPDATE core_unit_change SET done_at = ? WHERE id = ? AND done_at IS NULL AND cancelled_at IS NULL"};

inline constexpr db::Sql kUnitEnded{
    "SELECT u.name, COALESCE(n.name, ''), u.valid_to FROM core_unit u LEFT JOIN core_unit n ON n.id = u.merged_into WHERE u.id = ? AND u.valid_to < ?"};

inline constexpr std::array kUnitQueries{kUnitChange,     kUnitChangeForUpdate, kUnitChangeWaiting, kDueUnitChanges, kItemsToMove,       kItemsThatStay,
                                         kPeopleOfUnit,        kRolesOfUnit,       kDelegationsOfUnit, kClocksOfUnit,   kQuotasOfUnit,
                                         kEndUnit,        kHandOnPredecessors,  kMoveItemUnit,      kMoveItemClocks, kMovePerson,        kEndRole,
                                         kMoveRole,       kEndQuotas,           kUnitChangeDone,    kUnitEnded};

}  // namespace portal::workflow
