// Postings: what the office set a time for: posting (D15.3) and the end of an item's time on the site.
#pragma once

#include <functional>

#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::scheduler {

// Carries out every schedule whose time has come (shared/workflow/schedule.h).
void carry_out_schedules(db::Connection& db, base::UtcTime now, const std::function<bool()>& should_stop);

// Readers are told what the signatures of a posted file are worth now (D9.1c): each article that has it is written again, as it was posted.
void follow_judgements(db::Connection& db, const base::Clock& clock, const std::function<bool()>& should_stop);

}  // namespace portal::scheduler
