// Deadlines: the reminder before a clock's due time, and the notice that it has passed (D9.3, D14.3đ).
#pragma once

#include <functional>

#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/duty/clock.h"

namespace portal::scheduler {

// Tells of every clock whose tell_at has come: before the due time whose time it is, after it also who follows them (the secretary; the board's head for the
// board's own). A reminder whose due time has passed meanwhile is not sent any more.
void tell_of_clocks(db::Connection& db, base::UtcTime now, const std::function<bool()>& should_stop);

// Tells of one clock as it stands at `now`, in the caller's transaction; what was told of its due time is not told again. Gives how many people learn of it.
std::size_t tell_of_clock(db::Connection& db, const duty::Books& books, const duty::Clock& clock, base::UtcTime now);

}  // namespace portal::scheduler
