// Every SQL statement of one's own account page.
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

inline constexpr std::array kAllQueries{kOwn, kSetPassword, kSetTotp, kSessions, kEndOther};

}  // namespace portal::admin::account_sql
