// Every SQL statement about one's own account, named.
#pragma once

#include <array>

#include "shared/access/second_factor_sql.h"
#include "shared/db/sql.h"

namespace portal::admin::account_sql {

inline constexpr db::Sql kOwn{
    "SELECT a.username, a.password_phc, a.totp_secret, " PORTAL_NEEDS_SECOND_FACTOR("a") ", a.must_change_password, a.totp_last_step FROM core_account a WHERE a.id = ?"};
inline constexpr db::Sql kSetPassword{
    "UPDATE core_account SET password_phc = ?, must_change_password = 0, row_version = row_version + 1 WHERE id = ? AND password_phc = ?"};
inline constexpr db::Sql kSetTotp{
    "UPDATE core_account SET totp_secret = ?, totp_last_step = ?, row_version = row_version + 1 WHERE id = ? AND totp_secret IS NULL"};
inline constexpr db::Sql kDropTotp{
    "UPDATE core_account a SET a.totp_secret = NULL, a.totp_last_step = 0, a.row_version = a.row_version + 1 WHERE a.id = ? AND NOT " PORTAL_NEEDS_SECOND_FACTOR("a")};
inline constexpr db::Sql kSessions{
    "SELECT digest, created_at, seen_at, remote_address, user_agent FROM core_session WHERE account_id = ? AND stage = 'full' AND expires_at > ? "
    "ORDER BY seen_at DESC LIMIT 50"};
inline constexpr db::Sql kEndOne{"DELETE FROM core_session WHERE account_id = ? AND CONVERT(LEFT(digest, 16) USING utf8mb4) = ?"};
inline constexpr db::Sql kEndOthers{"DELETE FROM core_session WHERE account_id = ? AND digest <> ?"};

// What was delegated to this person and has not ended (D15.2, D19.2).
inline constexpr db::Sql kOwnDelegations{
    "SELECT d.act, COALESCE(s.title, ''), d.valid_from, d.valid_to, d.document_number, COALESCE(g.full_name, '') FROM core_delegation d "
    "LEFT JOIN core_section s ON s.id = d.section_id LEFT JOIN core_person g ON g.id = d.granted_by "
    "WHERE d.to_person = ? AND d.revoked_at IS NULL AND d.valid_to > ? ORDER BY d.valid_from, d.id"};

inline constexpr std::array kAllQueries{kOwnDelegations, kOwn, kSetPassword, kSetTotp, kDropTotp, kSessions, kEndOne, kEndOthers};

}  // namespace portal::admin::account_sql
