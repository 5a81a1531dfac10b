// Showing a clock: colour, icon and words, in working units ("còn 3 giờ làm việc", "quá hạn 1 ngày làm việc"), with the clause that it comes from
// (D9.3: start event, rule, due time, working time left; amber, then red). Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/duty/clock.h"

namespace portal::duty {

// Colour is never the only sign: every state has its icon and words.
enum class Light { Far, Near, Over, Paused, Done, DoneLate, Missed, NoDue, Ended };

struct Shown {
  Light light = Light::NoDue;
  ClockId clock;
  std::string words;    // "Còn 3 giờ làm việc"
  std::string due;      // "25/11/2026 17:30", "" without a due time
  std::string clause;   // "D9.3a"
  std::string title;    // of the duty
  std::string party;    // "Người cung cấp": whose time it is
  std::string rule;     // "12 giờ làm việc"
  std::string started;  // "25/11/2026 08:00"

  [[nodiscard]] std::string_view chip_kind() const;  // templates/README.md, "Chips"
  [[nodiscard]] std::string_view icon() const;
};

// `clock` as it stands at `now`.
[[nodiscard]] Shown show_clock(const Books& books, const Clock& clock, base::UtcTime now);

// The one of an item's open clocks that a list shows, or nullptr: the next due, and what has no due time first of all; a review (D13.3) and other far
// dates of a posted item only once they are near.
[[nodiscard]] const Clock* clock_for_list(const Books& books, std::span<const Clock> open, base::UtcTime now);

}  // namespace portal::duty
