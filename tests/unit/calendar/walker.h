// SlowWalker: deadlines the way a clerk with a wall calendar counts them, second by second (or minute by minute), straight from the rows and without
// one function of shared/calendar. The property test compares the fast answers with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/calendar/due.h"

namespace portal::calendar {

struct WalkedDay {
  base::LocalDate date;
  bool is_counted = false;
  std::string reason;
  long office_seconds = 0;
};

struct Walked {
  std::optional<base::UtcTime> due;
  std::string error;
  int missing_year = 0;
  long remaining = 0;
  bool is_listed = true;  // false: it gave up before walking the days
  std::vector<WalkedDay> days;
};

// `step` seconds at a time: every start, pause and office hour must lie on a multiple of it.
[[nodiscard]] Walked walk(const CalendarData& data, const DutyClock& clock, int step);

}  // namespace portal::calendar
