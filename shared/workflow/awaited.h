// Whom a clock waits for (D9.3, D14.3đ): the scheduler tells them before its due time, and a leader reminds them.
#pragma once

#include "shared/duty/clock.h"
#include "shared/notices/notices.h"

namespace portal::workflow {

// The supplier's clock: the author, and the unit's heads unless the item is a draft that nobody else knows of; the board's: who holds the item, else the
// role that the duty names. A request for confirmation: who is asked (D12.1). A clock of a unit: its heads; any other: the duty's role. Nobody for a clock
// whose item is gone.
[[nodiscard]] notices::People awaited_by(db::Connection& db, const duty::Duty& duty, const duty::Clock& clock, base::UtcTime now);

// The time of somebody who is asked about an item and may not see it (D9.1a): what is said of such a clock names neither the item nor its title.
[[nodiscard]] bool is_asked(const duty::Duty& duty);

}  // namespace portal::workflow
