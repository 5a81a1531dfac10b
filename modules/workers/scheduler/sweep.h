// Sweep: rows that nobody needs any more go after the days that the settings say (shared/base/setting_limits.h). Nothing of the trail, of versions or of
// clocks is among them.
#pragma once

#include <optional>

#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::scheduler {

void sweep(db::Connection& db, const std::optional<base::UtcTime>& last, base::UtcTime now);

}  // namespace portal::scheduler
