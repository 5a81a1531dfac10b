// Reckoning: from a duty, a start and pauses to the due time and the moments of its warnings. Pure; the one place where a duty's row becomes a rule of
// shared/calendar.
#pragma once

#include "shared/calendar/due.h"
#include "shared/duty/clock.h"

namespace portal::duty {

// The rule of `duty`, with `amount` in place of the row's when it is set. Throws std::runtime_error for a unit or window that this version does not know.
[[nodiscard]] calendar::Rule rule_of(const Duty& duty, const std::optional<unsigned>& amount = {});

// The same clock as shared/calendar reckons and explains it.
[[nodiscard]] calendar::DutyClock duty_clock_of(const Duty& duty, base::UtcTime started, const std::optional<unsigned>& amount,
                                                const std::vector<Pause>& pauses);

// The due time of a clock of `duty` that began at `started`, and its warnings: the moments from which so much office time is left as the row says, at
// the earliest the start.
[[nodiscard]] Times reckon(const Duty& duty, base::UtcTime started, const std::optional<unsigned>& amount, const std::vector<Pause>& pauses,
                           const StoredCalendar& calendar);

}  // namespace portal::duty
