// Every SQL statement of the register's pages that is their own; the others are the register's (shared/intake).
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::intake_sql {

// The units that a sender may belong to.
inline constexpr db::Sql kUnits{
    "SELECT id, name FROM core_unit WHERE kind <> 'board' AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY kind = 'local', position, id"};
// What became of the mails that were no things of the register, in the last days: noted, never answered.
inline constexpr db::Sql kNoted{
    "SELECT verdict, COUNT(*) FROM core_mail_in FORCE INDEX (core_mail_in_done) WHERE done_at >= ? AND verdict IN ('bounce', 'auto_reply', 'loop', 'duplicate') "
    "GROUP BY verdict ORDER BY verdict"};

inline constexpr std::array kAllQueries{kUnits, kNoted};

}  // namespace portal::admin::intake_sql
