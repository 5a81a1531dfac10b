// Explain: "Vì sao hạn này?" — every date from the start to the due date, counted or skipped, with the reason and its legal source (D9.3).
//
// The due moment is due_of()'s; this walks the days for people and pages, a few microseconds each. Dates run from the start day (for windows from the
// 1st of the window's month) to the due date, each exactly once. Without a due moment they run as far as the clock got: to the day on which it stands,
// or to the last day that is entered; for a rule that cannot be, there are none.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/due.h"

namespace portal::calendar {

enum class Reason {
  // counted
  WorkingDay,   // gave office time, or is one of the working days
  MakeUpDay,
  CalendarDay,  // of a calendar_days clock, whatever the day is
  WindowDay,    // of the window
  // skipped
  StartDay,
  OutsideOfficeHours,  // the start day of a working_hours clock, after closing
  Paused,              // a working day of which nothing was counted
  PublicHoliday,
  DayOff,
  WeeklyDayOff,
  BeforeWindow,
  RollForward  // the day to which the due moment was passed
};

struct ExplainedDay {
  base::LocalDate date;
  bool is_counted = false;
  Reason reason = Reason::WorkingDay;
  std::chrono::seconds office_time{};  // what it gave to a clock of working hours or days
  std::string name;                    // what the day is called: "Giỗ Tổ Hùng Vương", "thứ Bảy", the ground of a pause
  std::string source;                  // the announcement or the law behind the reason
};

struct Explanation {
  Due due;
  std::vector<ExplainedDay> days;
};

[[nodiscard]] Explanation explain(const Calendar& calendar, const DutyClock& clock);

// "public_holiday" … of machine formats, and what people read: "Nghỉ lễ, tết".
[[nodiscard]] std::string_view key_of(Reason reason);
[[nodiscard]] std::string_view label_of(Reason reason);

// True where days give office time: working hours and working days.
[[nodiscard]] bool counts_office_time(Unit unit);

// Office time between `from` and `to` that lies outside `pauses` (joined_pauses()' form). REQUIRES from <= to in one run of entered years.
[[nodiscard]] std::chrono::seconds office_time_between(const Calendar& calendar, base::UtcTime from, base::UtcTime to, const std::vector<Pause>& pauses);

}  // namespace portal::calendar
