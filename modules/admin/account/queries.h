// Every SQL statement of one's own account page and of the audit pages.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::account_sql {

inline constexpr db::Sql kOwn{"SELECT username, password_phc, totp_secret IS NOT NULL, must_change_password FROM core_account WHERE id = ?"};
inline constexpr db::Sql kSetPassword{
    "UPDATE core_account SET password_phc = ?, must_change_password = 0, row_version = row_version + 1 WHERE id = ?"};
inline constexpr db::Sql kSetTotp{"UPDATE core_account SET totp_secret = ?, totp_last_step = ?, row_version = row_version + 1 WHERE id = ?"};
inline constexpr db::Sql kSessions{
    "SELECT digest, created_at, seen_at, remote_address, user_agent FROM core_session WHERE account_id = ? AND stage = 'full' ORDER BY seen_at DESC LIMIT 50"};
inline constexpr db::Sql kEndOther{"DELETE FROM core_session WHERE account_id = ? AND digest <> ?"};

inline constexpr db::Sql kAudit{
    "SELECT a.chain, a.seq, a.at, COALESCE(p.full_name, 'Hệ thống'), a.action, a.from_state, a.to_state, a.authority, COALESCE(n.note, '') FROM core_audit a "
    "LEFT JOIN core_person p ON p.id = a.person_id LEFT JOIN core_audit_note n ON n.chain = a.chain AND n.seq = a.seq "
    "WHERE a.at <= ? ORDER BY a.at DESC, a.chain, a.seq DESC LIMIT 100"};

inline constexpr std::array kAllQueries{kOwn, kSetPassword, kSetTotp, kSessions, kEndOther, kAudit};

}  // namespace portal::admin::account_sql
