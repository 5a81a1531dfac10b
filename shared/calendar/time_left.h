// TimeLeft: how much working time a clock has at a moment, and its words: "còn 3 giờ làm việc", "còn 2 ngày làm việc", "quá hạn 1 ngày làm việc".
// Always in working units, so that a Friday evening before a holiday does not look like four days' time.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "shared/calendar/due.h"

namespace portal::calendar {

struct TimeLeft {
  bool is_overdue = false;
  bool is_paused = false;              // stands at this moment
  bool is_known = true;                // false: no due moment, or the present year is not entered; `words` says so
  std::chrono::seconds office_time{};  // left, or since the due moment; outside pauses
  std::int64_t working_days = 0;       // days with office hours after today up to the due date, or after the due date up to today
  std::string words;
};

// What `clock` has left at `now`. `due` is due_of(calendar, clock), which the caller has.
//
// Words: a clock of working hours speaks of hours up to three working days (24 hours). Every other speaks of days as soon as a working day lies
// between today and the due date; today's rest is not among them, as the start day is not counted. On the last day it speaks of hours. Parts of an
// hour, below one hour parts of a minute, are dropped: what is shown is never more than what is left.
[[nodiscard]] TimeLeft time_left(const Calendar& calendar, const DutyClock& clock, const Due& due, base::UtcTime now);

// "3 giờ làm việc", "45 phút làm việc", "3 giờ 20 phút làm việc"; below a minute "chưa đầy 1 phút làm việc".
[[nodiscard]] std::string office_time_words(std::chrono::seconds office_time);

}  // namespace portal::calendar
