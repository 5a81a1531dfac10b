// Every SQL statement of the duties' pages, named; those of duties themselves are shared/duty's.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::duty_admin_sql {

// Open clocks of each row, and how many of them are late, stand, or wait for a calendar.
inline constexpr db::Sql kOpen{
    "SELECT duty_id, COUNT(*), SUM(due_at IS NOT NULL AND due_at < ?), SUM(no_due = 'paused'), SUM(no_due = 'calendar_not_entered') FROM core_clock "
    "WHERE state = 'open' GROUP BY duty_id"};
// The open clocks of every row of a code, the next due first.
inline constexpr db::Sql kClocks{
    "SELECT c.id FROM core_clock c JOIN core_duty d ON d.id = c.duty_id WHERE d.code = ? AND c.state = 'open' ORDER BY c.due_at IS NOT NULL, c.due_at, c.id "
    "LIMIT ?"};

inline constexpr std::array kAllQueries{kOpen, kClocks};

}  // namespace portal::admin::duty_admin_sql
