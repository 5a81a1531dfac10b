// Due: when a clock of the regulation runs out (D9.3, D9.3e, D11.2, D11.3). Pure: a rule, a start, pauses and an extension over one agency's calendar.
//
//   working_hours   from the moment of the start event; due at the earliest moment at which the office time elapsed is the amount (11:30, not 13:30).
//   working_days    the start day is not counted, whatever it is; due at the end of office hours of the last day counted (11:30 on a half-day).
//   calendar_days   the start day is not counted; due at 23:59:59 of the last day.
//   window          the first week of the month after the start's, or the 1st to the 10th of the quarter after it; due at 23:59:59 of its last day.
//
// roll_forward: where the last day of calendar_days or of a window has no office hours, 23:59:59 of the next day that has (Bộ luật Dân sự Đ.148.5).
//
// Pauses are [from, to) in any order and may overlap. working_hours: office time inside them does not count. working_days: the clock's whole office
// time is that of its first N working days after the start day, and it is due at the earliest moment at which office time after the start day and
// outside pauses equals it. So a pause outside office hours, of length zero, on the start day of a working_days clock, or after the due moment adds
// nothing. A pause without an end leaves no due moment.
//
// An extension replaces the amount of a working_days clock (15 → 30, D9.3e), counted from the original start day; pauses keep their effect.
//
// No date is promised over a year that is not entered: every date from the start day to the due date counts, whatever the unit; for windows, from the
// 1st of the window's month (docs/decisions/0016). Times are whole seconds: a fraction of a second is dropped from starts, pauses and acts alike.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "shared/base/time.h"
#include "shared/calendar/calendar.h"

namespace portal::calendar {

enum class Unit { WorkingHours, WorkingDays, CalendarDays, Window };

enum class WindowKind { FirstWeekOfNextMonth, First10DaysOfNextQuarter };

// How "tuần đầu tiên của tháng" (D9.3đ) is read; the board's choice.
enum class FirstWeek {
  Days1To7,        // the 1st to the 7th
  FirstMonFriWeek  // the Monday–Friday days inside the month of the first week in which one of them is a working day; ends on that week's Friday
};

// A length of time as a duty row states it.
struct Rule {
  Unit unit = Unit::WorkingDays;
  std::chrono::seconds office_time{};  // WorkingHours: 12 hours are 43,200 s; 1 s to kMaxAmount hours
  int days = 0;                        // WorkingDays, CalendarDays: 1 to kMaxAmount
  WindowKind window = WindowKind::FirstWeekOfNextMonth;
  FirstWeek first_week = FirstWeek::Days1To7;
  bool roll_forward = false;  // CalendarDays and Window
};

inline constexpr int kMaxAmount = 9999;

// A time that does not count against whom the clock binds. `ground` is why, for people ("Chờ bổ sung hồ sơ"); may be empty.
struct Pause {
  base::UtcTime from;
  std::optional<base::UtcTime> to;  // nothing: still paused
  std::string ground{};
};

struct Extension {
  int days = 0;
  base::UtcTime decided_at;
};

// One running clock.
struct DutyClock {
  Rule rule;
  base::UtcTime start;
  std::vector<Pause> pauses{};
  std::optional<Extension> extension{};
};

enum class NoDueReason {
  CalendarNotEntered,  // missing_year says which
  Paused,              // remaining says what the clock has left
  NotPausable,         // calendar_days and windows do not stop
  NotExtendable,       // only working_days can be extended
  ExtendedTooLate,     // decided after the due moment that it would replace
  BadAmount,           // outside 1 to kMaxAmount
  BadPause,            // ends before it begins
  NoWorkingWeek        // a month without one working day from Monday to Friday has no first week
};

// Why there is no due moment.
struct NoDue {
  NoDueReason reason = NoDueReason::BadAmount;
  int missing_year = 0;
  std::chrono::seconds remaining{};  // office time

  bool operator==(const NoDue&) const = default;
};

using Due = tl::expected<base::UtcTime, NoDue>;

// The due moment of `clock`, or why there is none. Microseconds, and no allocation for a clock without pauses.
[[nodiscard]] Due due_of(const Calendar& calendar, const DutyClock& clock);

// An act at the due moment is in time; one second later it is late.
[[nodiscard]] bool is_in_time(base::UtcTime due, base::UtcTime act);

// The pauses in order, joined where they touch or overlap, empty ones left out, in whole seconds; the first one without an end is the last, and what
// reaches beyond its beginning is cut off there. REQUIRES each `to` not before its `from`.
[[nodiscard]] std::vector<Pause> joined_pauses(const std::vector<Pause>& pauses);

// The days of `rule`'s window after `start`: first to last, before roll_forward. Error: CalendarNotEntered, NoWorkingWeek. REQUIRES Unit::Window.
struct DayRange {
  base::LocalDate first;
  base::LocalDate last;
};
[[nodiscard]] tl::expected<DayRange, NoDue> window_of(const Calendar& calendar, const Rule& rule, base::UtcTime start);

// Words of rows and files ("working_hours", "first_10_days_of_next_quarter", "days_1_7"), and back; nothing for an unknown word.
[[nodiscard]] std::string_view key_of(Unit unit);
[[nodiscard]] std::string_view key_of(WindowKind window);
[[nodiscard]] std::string_view key_of(FirstWeek reading);
[[nodiscard]] std::string_view key_of(NoDueReason reason);
[[nodiscard]] std::optional<Unit> parse_unit(std::string_view key);
[[nodiscard]] std::optional<WindowKind> parse_window(std::string_view key);
[[nodiscard]] std::optional<FirstWeek> parse_first_week(std::string_view key);

// "12 giờ làm việc", "15 ngày làm việc", "10 ngày", "tuần đầu tiên của tháng sau (từ ngày 01 đến ngày 07)".
[[nodiscard]] std::string describe(const Rule& rule);

// One sentence for people: what is missing and what to do.
[[nodiscard]] std::string message_of(const NoDue& no_due);

}  // namespace portal::calendar
