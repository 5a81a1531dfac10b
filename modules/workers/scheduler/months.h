// Months: the clocks that come with each month (D9.4, D18.5, D20.1) and the quota of each unit (D9.4).
#pragma once

#include <optional>

#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::scheduler {

// Opens the clocks of this month, and of the months since `last` that passed without a scheduler.
void open_months(db::Connection& db, const std::optional<base::UtcTime>& last, base::UtcTime now);

// Closes the clock of each unit that has supplied what it owes, as of the supply that met the quota, and as late that of a month that is over without it;
// reminds the heads of the others on the days of the setting quota_reminder_days (D9.4, D14.3đ). A day that passed without a scheduler is made up for, the
// last one only.
void watch_quota(db::Connection& db, const std::optional<base::UtcTime>& last, base::UtcTime now);

}  // namespace portal::scheduler
