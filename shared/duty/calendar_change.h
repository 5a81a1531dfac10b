// CalendarChange: one thing that a person does to a calendar (new hours, a year entered, days set or taken out), worked out in memory for the preview
// and written by the same rules when it is confirmed.
//
//   const auto after = changed_rows(calendar, change);        // Fault, or the calendar as it would be
//   … preview(db, with_calendar(books, *after)) …; the person confirms …
//   carry_out(db, calendar.id, change);                       // in the act's transaction; then recompute()
#pragma once

#include <array>

#include "shared/duty/books.h"
#include "shared/duty/calendar_store.h"

namespace portal::duty {

struct DayKey {
  base::LocalDate day;
  std::string kind;

  bool operator==(const DayKey&) const = default;
};

struct CalendarChange {
  std::optional<std::vector<HoursRow>> hours;  // all of them, in place of those there are
  std::optional<YearRow> year;
  std::vector<DayKey> drop;                    // before `put`
  std::vector<DayRow> put;

  [[nodiscard]] bool is_empty() const { return !hours && !year && drop.empty() && put.empty(); }
};

// The calendar after the change. Faults: Invalid, by field where one is to blame (names: calendar_rows.h); NotFound for a day to drop that is not
// there. Pure.
[[nodiscard]] base::Result<StoredCalendar> changed_rows(const StoredCalendar& before, const CalendarChange& change);

// `books` with that calendar in place of the one of its id. Pure.
[[nodiscard]] Books with_calendar(const Books& books, StoredCalendar calendar);

// Writes it. Faults as changed_rows(); the caller's transaction must then be rolled back.
[[nodiscard]] base::Result<bool> carry_out(db::Connection& db, CalendarId id, const CalendarChange& change);

// The hours `week` (weekday number -> spans; a weekday without spans is off) from `from` to `to` (included; unset: from then on), in place of what
// held in that time: earlier hours end the day before, and go on after `to`. Pure.
using Week = std::array<std::vector<Span>, 7>;  // [0] is Monday
[[nodiscard]] std::vector<HoursRow> with_week(const std::vector<HoursRow>& hours, base::LocalDate from, const std::optional<base::LocalDate>& to,
                                              const Week& week, const std::string& source);

}  // namespace portal::duty
