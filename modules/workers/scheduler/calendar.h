// The working calendar: the alarm for a year that nobody entered, and the recomputations that a stop cut off (D9.3).
#pragma once

#include <optional>

#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::scheduler {

// From 1 November on, while next year is not entered (or this year is not), the board's head and the leadership are told, once: clocks that run into such a
// year have no due time. Who enters it sees it in the inbox.
void watch_calendar(db::Connection& db, const std::optional<base::UtcTime>& last, base::UtcTime now);

// Does what a change of a calendar or of the duties still owes after a minute: the program that began it was stopped (shared/duty/recompute.h).
void finish_recomputes(db::Connection& db, const std::optional<base::UtcTime>& last, base::UtcTime now);

}  // namespace portal::scheduler
