// Every SQL statement of accounts and sessions, named.
#pragma once

#include <array>

#include "shared/access/second_factor_sql.h"
#include "shared/db/sql.h"

namespace portal::access {

inline constexpr db::Sql kSession{
    "SELECT s.account_id, s.csrf, s.seen_at, s.expires_at, a.person_id, p.unit_id, p.full_name, s.stage FROM core_session s "
    "JOIN core_account a ON a.id = s.account_id AND a.state = 'active' JOIN core_person p ON p.id = a.person_id WHERE s.digest = ?"};
inline constexpr db::Sql kAccountPerson{
    "SELECT p.id, p.unit_id, p.full_name FROM core_account a JOIN core_person p ON p.id = a.person_id WHERE a.id = ? AND a.state = 'active'"};
// Roles rest while the password is a one-time one, or a required second factor is not set up. Who heads a unit answers for those that were merged into
// it as well (decision 0025).
#define PORTAL_IN_FORCE                                                                                                            \
  "WHERE r.account_id = ? AND a.must_change_password = 0 AND (a.totp_secret IS NOT NULL OR NOT " PORTAL_NEEDS_SECOND_FACTOR("a") ") " \
  "AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?)"
inline constexpr db::Sql kRoles{
    "SELECT r.role, r.unit_id FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id " PORTAL_IN_FORCE
    " UNION SELECT r.role, u.id FROM core_role_assignment r JOIN core_account a ON a.id = r.account_id JOIN core_unit u ON u.merged_into = r.unit_id "
    "AND u.valid_to < ? " PORTAL_IN_FORCE " AND r.role IN ('unit_head', 'local_unit')"};
#undef PORTAL_IN_FORCE
// A delegation to the person in force now, of an act that stands for a capability.
inline constexpr db::Sql kDelegationInForce{
    "SELECT id, document_number FROM core_delegation WHERE to_person = ? AND act = ? AND revoked_at IS NULL AND valid_from <= ? AND valid_to > ? "
    "ORDER BY id LIMIT 1"};
inline constexpr db::Sql kTouchSession{"UPDATE core_session SET seen_at = ? WHERE digest = ?"};
inline constexpr db::Sql kAddSession{
    "INSERT INTO core_session (digest, account_id, csrf, stage, created_at, seen_at, expires_at, remote_address, user_agent) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
inline constexpr db::Sql kRenewSession{"UPDATE core_session SET digest = ?, csrf = ? WHERE digest = ?"};
inline constexpr db::Sql kEndSession{"DELETE FROM core_session WHERE digest = ?"};
inline constexpr db::Sql kEndSessionsOfAccount{"DELETE FROM core_session WHERE account_id = ?"};
inline constexpr db::Sql kDropExpired{"DELETE FROM core_session WHERE expires_at < ? LIMIT 100"};

inline constexpr db::Sql kAccountByName{
    "SELECT id, password_phc, totp_secret, totp_last_step FROM core_account WHERE username = ? AND state = 'active'"};
inline constexpr db::Sql kAccountById{"SELECT totp_secret, totp_last_step FROM core_account WHERE id = ? AND state = 'active'"};
inline constexpr db::Sql kNoteLogin{"UPDATE core_account SET last_login_at = ? WHERE id = ?"};
// The step moves forward only: a code is good once, also for two requests at the same time.
inline constexpr db::Sql kUseTotpStep{"UPDATE core_account SET totp_last_step = ? WHERE id = ? AND totp_last_step < ?"};

inline constexpr db::Sql kThrottle{"SELECT failures, blocked_until, last_at FROM core_login_throttle WHERE subject = ?"};
inline constexpr db::Sql kNoteFailure{
    "INSERT INTO core_login_throttle (subject, failures, blocked_until, last_at) VALUES (?, 1, ?, ?) ON DUPLICATE KEY UPDATE "
    "failures = IF(last_at < ?, 1, failures + 1), blocked_until = ?, last_at = VALUES(last_at)"};
inline constexpr db::Sql kForgetFailures{"DELETE FROM core_login_throttle WHERE subject = ?"};

inline constexpr std::array kAllQueries{kSession, kAccountPerson, kRoles, kDelegationInForce, kTouchSession, kAddSession, kRenewSession, kEndSession,
                                        kEndSessionsOfAccount, kDropExpired, kAccountByName, kAccountById, kNoteLogin, kUseTotpStep,
                                        kThrottle, kNoteFailure, kForgetFailures};

}  // namespace portal::access
