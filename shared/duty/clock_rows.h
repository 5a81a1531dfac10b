// How a clock is read from and written to its row. For the .cpp files of shared/duty.
#pragma once

#include <map>
#include <string>

#include "shared/duty/clock.h"

namespace portal::duty {

[[nodiscard]] Clock clock_of(const db::Rows& rows);

// Pauses of the rows of kPausesOfBlock or kPauses, by clock.
[[nodiscard]] std::map<ClockId, std::vector<Pause>> pauses_in(db::Rows rows);

// Writes what `after` has; throws std::logic_error when the row changed since it was read in this transaction.
void write_clock(db::Connection& db, const Clock& after);

void log_change(db::Connection& db, ClockId id, std::string_view cause, const std::optional<base::UtcTime>& old_due,
                const std::optional<base::UtcTime>& new_due, const std::string& note, const Act& act);

// The times of a clock by the books, with its own pauses; nothing when its calendar or duty is not among them.
[[nodiscard]] Times reckon_clock(const Books& books, const Clock& clock, const std::vector<Pause>& pauses);

// Sets state, closed_at, outcome and stopped_by; the row is written by the caller.
void set_closed(Clock& clock, base::UtcTime at, std::string_view stop_event);
void set_cancelled(Clock& clock, base::UtcTime at, std::string_view stop_event);
void set_open(Clock& clock);

}  // namespace portal::duty
