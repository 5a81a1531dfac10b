// Every SQL statement about roles and delegations, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::rights_sql {

// First parameter: today (is the role over, does the person head the board now).
#define PORTAL_ROLE_COLUMNS                                                                                                         \
  "SELECT r.id, r.account_id, a.username, p.id, p.full_name, r.role, r.unit_id, COALESCE(u.short_name, ''), "                       \
  "DATE_FORMAT(r.valid_from, '%d/%m/%Y'), COALESCE(DATE_FORMAT(r.valid_to, '%d/%m/%Y'), ''), r.entered_by, COALESCE(pe.full_name, 'Thiết lập'), " \
  "r.confirmed_at, COALESCE(pc.full_name, 'Thiết lập'), r.revoked_at, COALESCE(pr.full_name, ''), "                                 \
  "r.valid_to IS NOT NULL AND r.valid_to < ?, "                                                                                     \
  "EXISTS (SELECT 1 FROM core_role_assignment h JOIN core_account ha ON ha.id = h.account_id WHERE ha.person_id = p.id AND h.role = 'board_head' " \
  "AND h.confirmed_at IS NOT NULL AND h.revoked_at IS NULL AND h.valid_from <= ? AND (h.valid_to IS NULL OR h.valid_to >= ?)) "      \
  "FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id JOIN core_person p ON p.id = a.person_id "                \
  "LEFT JOIN core_unit u ON u.id = r.unit_id LEFT JOIN core_person pe ON pe.id = r.entered_by "                                     \
  "LEFT JOIN core_person pc ON pc.id = r.confirmed_by LEFT JOIN core_person pr ON pr.id = r.revoked_by "
inline constexpr db::Sql kRolesOfAccount{PORTAL_ROLE_COLUMNS "WHERE r.account_id = ? ORDER BY r.revoked_at IS NOT NULL, r.id DESC"};
inline constexpr db::Sql kRole{PORTAL_ROLE_COLUMNS "WHERE r.id = ?"};
inline constexpr db::Sql kRolesWaiting{PORTAL_ROLE_COLUMNS "WHERE r.confirmed_at IS NULL AND r.revoked_at IS NULL ORDER BY r.entered_at, r.id"};
inline constexpr db::Sql kRolesInForce{
    PORTAL_ROLE_COLUMNS "WHERE r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?) "
                        "AND a.state = 'active' ORDER BY p.full_name, r.id"};
inline constexpr db::Sql kAddRole{
    "INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, valid_to, entered_by, entered_at, confirmed_by, confirmed_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kConfirmRole{
    "UPDATE core_role_assignment SET confirmed_by = ?, confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL AND revoked_at IS NULL"};
inline constexpr db::Sql kRevokeRole{"UPDATE core_role_assignment SET revoked_by = ?, revoked_at = ? WHERE id = ? AND revoked_at IS NULL"};
inline constexpr db::Sql kSameRole{
    "SELECT 1 FROM core_role_assignment WHERE account_id = ? AND role = ? AND COALESCE(unit_id, 0) = ? AND revoked_at IS NULL "
    "AND (valid_to IS NULL OR valid_to >= ?) LIMIT 1"};

#define PORTAL_DELEGATION_COLUMNS                                                                                                 \
  "SELECT d.id, d.to_person, p.full_name, d.act, d.section_id, COALESCE(s.title, ''), d.valid_from, d.valid_to, d.document_number, " \
  "COALESCE(g.full_name, ''), d.revoked_at, COALESCE(r.full_name, '') FROM core_delegation d JOIN core_person p ON p.id = d.to_person " \
  "LEFT JOIN core_section s ON s.id = d.section_id LEFT JOIN core_person g ON g.id = d.granted_by "                               \
  "LEFT JOIN core_person r ON r.id = d.revoked_by "
inline constexpr db::Sql kDelegations{PORTAL_DELEGATION_COLUMNS "ORDER BY d.revoked_at IS NOT NULL, d.valid_to DESC, d.id DESC LIMIT 500"};
inline constexpr db::Sql kDelegation{PORTAL_DELEGATION_COLUMNS "WHERE d.id = ?"};
inline constexpr db::Sql kDelegationsTo{PORTAL_DELEGATION_COLUMNS "WHERE d.to_person = ? ORDER BY d.valid_to DESC, d.id DESC LIMIT 200"};
inline constexpr db::Sql kItemWithCode{"SELECT id FROM core_item WHERE code = CONVERT(? USING ascii)"};
inline constexpr db::Sql kAddDelegation{
    "INSERT INTO core_delegation (to_person, act, section_id, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kRevokeDelegation{"UPDATE core_delegation SET revoked_by = ?, revoked_at = ? WHERE id = ? AND revoked_at IS NULL"};
// People with an account through which a delegation can be used (Actor::has_content_role), and whether they sit on the board today.
inline constexpr db::Sql kDelegates{
    "SELECT p.id, p.full_name, p.job_title, MAX(r.role IN ('board_member', 'board_deputy', 'board_head')) FROM core_person p "
    "JOIN core_account a ON a.person_id = p.id AND a.state = 'active' JOIN core_role_assignment r ON r.account_id = a.id "
    "AND r.role <> 'sysadmin' AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?) "
    "GROUP BY p.id, p.full_name, p.job_title ORDER BY p.full_name"};
inline constexpr db::Sql kSectionTitles{"SELECT id, title FROM core_section ORDER BY parent_id IS NOT NULL, position, id"};

#undef PORTAL_ROLE_COLUMNS
#undef PORTAL_DELEGATION_COLUMNS

inline constexpr std::array kAllQueries{kRolesOfAccount, kRole, kRolesWaiting, kRolesInForce, kAddRole, kConfirmRole, kRevokeRole, kSameRole,
                                        kDelegations, kDelegation, kDelegationsTo, kItemWithCode, kAddDelegation, kRevokeDelegation, kDelegates,
                                        kSectionTitles};

}  // namespace portal::admin::rights_sql
