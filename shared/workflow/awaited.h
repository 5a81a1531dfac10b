// Whom a clock waits for (D9.3, D14.3đ): the scheduler tells them before its due time, and a leader reminds them.
#pragma once

#include "shared/duty/clock.h"
#include "shared/notices/notices.h"

namespace portal::workflow {

// The supplier's clock: the author, and the unit's heads unless the item is a draft that nobody else knows of; the board's: who holds the item, else the
// role that the duty names. A clock of a unit: its heads; any other: the duty's role. Nobody for a clock whose item is gone.
[[nodiscard]] notices::People awaited_by(db::Connection& db, const duty::Duty& duty, const duty::Clock& clock, base::UtcTime now);

}  // namespace portal::workflow
