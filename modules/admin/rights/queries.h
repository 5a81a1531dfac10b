// Every SQL statement about roles and delegations, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::rights_sql {

#define PORTAL_ROLE_COLUMNS                                                                                                              \
  "SELECT r.id, r.account_id, a.username, p.id, p.full_name, r.role, r.unit_id, COALESCE(u.name, ''), DATE_FORMAT(r.valid_from, '%d/%m/%Y'), " \
  "COALESCE(DATE_FORMAT(r.valid_to, '%d/%m/%Y'), ''), r.entered_by, COALESCE(e.full_name, 'Thiết lập ban đầu'), r.confirmed_at, "         \
  "COALESCE(c.full_name, ''), r.revoked_at, COALESCE(v.full_name, ''), r.valid_to IS NOT NULL AND r.valid_to < ?, "                       \
  "EXISTS (SELECT 1 FROM core_role_assignment h JOIN core_account ha ON ha.id = h.account_id WHERE ha.person_id = p.id AND "             \
  "h.role = 'board_head' AND h.confirmed_at IS NOT NULL AND h.revoked_at IS NULL) "                                                      \
  "FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id JOIN core_person p ON p.id = a.person_id "                     \
  "LEFT JOIN core_unit u ON u.id = r.unit_id LEFT JOIN core_person e ON e.id = r.entered_by LEFT JOIN core_person c ON c.id = r.confirmed_by " \
  "LEFT JOIN core_person v ON v.id = r.revoked_by "
inline constexpr db::Sql kRolesOfAccount{PORTAL_ROLE_COLUMNS "WHERE r.account_id = ? ORDER BY r.revoked_at IS NOT NULL, r.id"};
inline constexpr db::Sql kRole{PORTAL_ROLE_COLUMNS "WHERE r.id = ? FOR UPDATE"};
inline constexpr db::Sql kWaiting{PORTAL_ROLE_COLUMNS "WHERE r.confirmed_at IS NULL AND r.revoked_at IS NULL ORDER BY r.id LIMIT 200"};
inline constexpr db::Sql kInForce{PORTAL_ROLE_COLUMNS
    "WHERE r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL AND a.state = 'active' ORDER BY p.full_name, r.role LIMIT 2000"};
#undef PORTAL_ROLE_COLUMNS
inline constexpr db::Sql kEnter{
    "INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, valid_to, entered_by, entered_at, confirmed_by, confirmed_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kConfirm{
    "UPDATE core_role_assignment SET confirmed_by = ?, confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL AND revoked_at IS NULL"};
inline constexpr db::Sql kRevoke{"UPDATE core_role_assignment SET revoked_by = ?, revoked_at = ? WHERE id = ? AND revoked_at IS NULL"};

inline constexpr db::Sql kDelegations{
    "SELECT d.id, p.id, p.full_name, d.act, d.section_id, COALESCE(s.title, ''), d.valid_from, d.valid_to, d.document_number, g.full_name, d.revoked_at, "
    "COALESCE(v.full_name, '') FROM core_delegation d JOIN core_person p ON p.id = d.to_person JOIN core_person g ON g.id = d.granted_by "
    "LEFT JOIN core_section s ON s.id = d.section_id LEFT JOIN core_person v ON v.id = d.revoked_by ORDER BY d.revoked_at IS NOT NULL, d.valid_to DESC, d.id DESC "
    "LIMIT 500"};
inline constexpr db::Sql kGive{
    "INSERT INTO core_delegation (to_person, act, section_id, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kTakeBack{"UPDATE core_delegation SET revoked_by = ?, revoked_at = ? WHERE id = ? AND revoked_at IS NULL"};
inline constexpr db::Sql kStaff{
    "SELECT DISTINCT p.id, p.full_name, p.job_title FROM core_person p JOIN core_account a ON a.person_id = p.id WHERE a.state = 'active' ORDER BY p.full_name"};
inline constexpr db::Sql kIsOnBoard{
    "SELECT 1 FROM core_account a JOIN core_role_assignment r ON r.account_id = a.id WHERE a.person_id = ? AND r.role IN "
    "('board_member', 'board_deputy', 'board_head', 'secretary') AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL LIMIT 1"};
inline constexpr db::Sql kSections{"SELECT id, title FROM core_section ORDER BY title"};

inline constexpr std::array kAllQueries{kRolesOfAccount, kRole, kWaiting, kInForce, kEnter, kConfirm, kRevoke, kDelegations, kGive, kTakeBack,
                                        kStaff, kIsOnBoard,
                                        kSections};

}  // namespace portal::admin::rights_sql
