// CalendarRows: one working calendar as people enter it, row by row, and what due times are reckoned by, made of them. Pure: the office's tables
// (calendar_store.h) and the published copy that readers' programs read give the same rows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/calendar.h"
#include "shared/duty/duty.h"

namespace portal::duty {

struct HoursRow {
  unsigned weekday = 1;  // ISO: 1 Monday … 7 Sunday
  unsigned opens_minute = 0, closes_minute = 0;
  base::LocalDate valid_from;
  std::optional<base::LocalDate> valid_to;  // last day
  std::string source;                       // the decision that set them

  bool operator==(const HoursRow&) const = default;
};

struct YearRow {
  int year = 0;
  bool is_entered = false;   // false: proposed by the general rule, promises no date
  std::string announcement;  // number and date
  base::PersonId entered_by;
  std::optional<base::UtcTime> entered_at;

  bool operator==(const YearRow&) const = default;
};

struct DayRow {
  base::LocalDate day;
  std::string kind;    // public_holiday | day_off | make_up_day | half_day
  std::string name;
  std::string source;  // legal source or number of the announcement
  std::string hours;   // worked on a make_up_day, or kept on a half_day: "07:30-11:30,13:30-17:30"

  bool operator==(const DayRow&) const = default;
};

struct StoredCalendar {
  CalendarId id;
  std::string code, name;
  bool is_own = false;  // clocks of this agency begin by it
  unsigned row_version = 0;
  std::vector<HoursRow> hours;
  std::vector<YearRow> years;
  std::vector<DayRow> days;
  std::optional<calendar::Calendar> calendar;  // made of the rows above by make_calendar(); none when they do not fit together

  [[nodiscard]] const YearRow* find_year(int year) const;
};

// What due times are reckoned by. Years that are only proposed count as not entered. Fault: Invalid, where rows do not fit together.
[[nodiscard]] base::Result<calendar::Calendar> make_calendar(const StoredCalendar& rows);

// The year whose calendar should have been entered by now: this year's always, next year's from 1 November on (the alarm of the office). Nothing when
// both are. Pure.
[[nodiscard]] std::optional<int> year_to_enter(const StoredCalendar& calendar, base::LocalDate today);

// "07:30-11:30,13:30-17:30" as minutes after midnight, in order and apart; nothing for anything else.
struct Span {
  unsigned opens_minute = 0, closes_minute = 0;

  bool operator==(const Span&) const = default;
};
[[nodiscard]] std::optional<std::vector<Span>> parse_hours(std::string_view text);

// What is wrong with rows by themselves, by field as the forms name it: day, kind, name, source, hours; hours-0, hours-1…; year, announcement.
[[nodiscard]] std::vector<base::FieldError> faults_of(const DayRow& row);
[[nodiscard]] std::vector<base::FieldError> faults_of(const std::vector<HoursRow>& hours);
[[nodiscard]] std::vector<base::FieldError> faults_of(const YearRow& row);

}  // namespace portal::duty
