// Units: the merged and dissolved ones end on their day (shared/workflow/unit_change.h), and readers see the organisation of today (D5.1).
#pragma once

#include <optional>

#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::scheduler {

// Carries out the confirmed plans whose day has come, each in a transaction of its own with the public copies; a new day is published as well, since a unit
// may begin with it. One that cannot be carried out waits, and the log says why.
void follow_units(db::Connection& db, const std::optional<base::UtcTime>& last, base::UtcTime now);

}  // namespace portal::scheduler
