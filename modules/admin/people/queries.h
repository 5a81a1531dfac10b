// Every SQL statement about units, people and accounts, named. (`rights` has those about roles and delegations.)
#pragma once

#include <array>

#include "shared/access/second_factor_sql.h"
#include "shared/db/sql.h"

namespace portal::admin::people_sql {

#define PORTAL_UNIT_COLUMNS                                                                                                       \
  "SELECT id, code, name, short_name, kind, phone, email, functions, position, DATE_FORMAT(valid_from, '%d/%m/%Y'), "            \
  "COALESCE(DATE_FORMAT(valid_to, '%d/%m/%Y'), ''), row_version, calendar_id FROM core_unit "
inline constexpr db::Sql kUnits{PORTAL_UNIT_COLUMNS "ORDER BY valid_to IS NOT NULL, position, name"};
inline constexpr db::Sql kUnit{PORTAL_UNIT_COLUMNS "WHERE id = ?"};
inline constexpr db::Sql kUnitCodeTaken{"SELECT 1 FROM core_unit WHERE code = ? AND id <> ?"};
inline constexpr db::Sql kAddUnit{
    "INSERT INTO core_unit (code, name, short_name, kind, phone, email, functions, position, valid_from, calendar_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kSaveUnit{
    "UPDATE core_unit SET name = ?, short_name = ?, kind = ?, phone = ?, email = ?, functions = ?, position = ?, valid_from = ?, valid_to = ?, "
    "calendar_id = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};

// The end of a unit as a plan (shared/workflow/unit_change.h); the day by which the unit must not have begun to end otherwise is the plan's own.
inline constexpr db::Sql kAddUnitChange{
    "INSERT INTO core_unit_change (unit_id, into_unit, from_day, document_number, entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kConfirmUnitChange{
    "UPDATE core_unit_change SET confirmed_by = ?, confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL AND cancelled_at IS NULL AND done_at IS NULL"};
inline constexpr db::Sql kCancelUnitChange{
    "UPDATE core_unit_change SET cancelled_by = ?, cancelled_at = ? WHERE id = ? AND cancelled_at IS NULL AND done_at IS NULL"};
// Every plan that waits, and the last of each unit that was carried out.
inline constexpr db::Sql kUnitChanges{
    "SELECT c.id, c.unit_id, u.name, COALESCE(n.name, ''), DATE_FORMAT(c.from_day, '%d/%m/%Y'), c.confirmed_at IS NOT NULL, c.done_at IS NOT NULL, c.entered_by "
    "FROM core_unit_change c JOIN core_unit u ON u.id = c.unit_id LEFT JOIN core_unit n ON n.id = c.into_unit WHERE c.cancelled_at IS NULL ORDER BY c.from_day, c.id LIMIT 500"};

#define PORTAL_PERSON_COLUMNS                                                                                                     \
  "SELECT p.id, p.code, p.full_name, p.job_title, p.unit_id, COALESCE(u.name, ''), p.phone, p.email, p.bio, p.is_leader, "       \
  "p.is_public, p.position, p.row_version FROM core_person p LEFT JOIN core_unit u ON u.id = p.unit_id "
inline constexpr db::Sql kPeople{PORTAL_PERSON_COLUMNS "ORDER BY u.position, u.id, p.is_leader DESC, p.position, p.full_name LIMIT 2000"};
inline constexpr db::Sql kPerson{PORTAL_PERSON_COLUMNS "WHERE p.id = ?"};
inline constexpr db::Sql kPersonCodeTaken{"SELECT 1 FROM core_person WHERE code = ? AND id <> ?"};
inline constexpr db::Sql kAddPerson{
    "INSERT INTO core_person (code, full_name, job_title, unit_id, phone, email, bio, is_leader, is_public, position) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kSavePerson{
    "UPDATE core_person SET full_name = ?, job_title = ?, unit_id = ?, phone = ?, email = ?, bio = ?, is_leader = ?, is_public = ?, position = ?, "
    "row_version = row_version + 1 WHERE id = ? AND row_version = ?"};

#define PORTAL_ACCOUNT_COLUMNS                                                                                                    \
  "SELECT a.id, a.username, p.id, p.full_name, p.job_title, COALESCE(u.short_name, ''), a.state, a.totp_secret IS NOT NULL, "    \
  "a.totp_required, a.must_change_password, a.last_login_at, a.row_version, " PORTAL_NEEDS_SECOND_FACTOR("a") " FROM core_account a " \
  "JOIN core_person p ON p.id = a.person_id LEFT JOIN core_unit u ON u.id = p.unit_id "
inline constexpr db::Sql kAccounts{PORTAL_ACCOUNT_COLUMNS "ORDER BY p.full_name, a.username LIMIT 2000"};
inline constexpr db::Sql kAccountsOfPerson{PORTAL_ACCOUNT_COLUMNS "WHERE p.id = ? ORDER BY a.username"};
inline constexpr db::Sql kAccount{PORTAL_ACCOUNT_COLUMNS "WHERE a.id = ?"};
inline constexpr db::Sql kUsernameTaken{"SELECT 1 FROM core_account WHERE username = ?"};
inline constexpr db::Sql kAddAccount{
    "INSERT INTO core_account (person_id, username, password_phc, must_change_password, totp_required, created_at) VALUES (?, ?, ?, 1, ?, ?)"};
inline constexpr db::Sql kSetState{"UPDATE core_account SET state = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kResetPassword{
    "UPDATE core_account SET password_phc = ?, must_change_password = 1, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
// Who hands out a way into an account must not thereby use what it may do to content (D6.3).
inline constexpr db::Sql kUnconfirmRoles{
    "UPDATE core_role_assignment SET confirmed_by = NULL, confirmed_at = NULL, entered_by = ? WHERE account_id = ? AND role <> 'sysadmin' "
    "AND revoked_at IS NULL AND confirmed_at IS NOT NULL"};
inline constexpr db::Sql kAskTotp{"UPDATE core_account SET totp_required = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};
inline constexpr db::Sql kClearTotp{
    "UPDATE core_account SET totp_secret = NULL, totp_last_step = 0, row_version = row_version + 1 WHERE id = ? AND row_version = ?"};

#undef PORTAL_UNIT_COLUMNS
#undef PORTAL_PERSON_COLUMNS
#undef PORTAL_ACCOUNT_COLUMNS

inline constexpr std::array kAllQueries{kUnits,       kUnit,        kUnitCodeTaken, kAddUnit, kSaveUnit, kAddUnitChange, kConfirmUnitChange, kCancelUnitChange,
                                        kUnitChanges, kPeople,        kPerson,
                                        kPersonCodeTaken, kAddPerson, kSavePerson,  kAccounts, kAccountsOfPerson, kAccount, kUsernameTaken,
                                        kAddAccount,  kSetState,    kResetPassword, kUnconfirmRoles, kAskTotp, kClearTotp};

}  // namespace portal::admin::people_sql
