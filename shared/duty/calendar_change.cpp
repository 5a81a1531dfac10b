#include "shared/duty/calendar_change.h"

#include <algorithm>
#include <tuple>

namespace portal::duty {
namespace {

using base::FaultKind;

base::LocalDate day_before(base::LocalDate day) { return std::chrono::sys_days{day} - std::chrono::days{1}; }
base::LocalDate day_after(base::LocalDate day) { return std::chrono::sys_days{day} + std::chrono::days{1}; }

base::Result<StoredCalendar> invalid(std::vector<base::FieldError> errors) {
  return base::fail(FaultKind::Invalid, "Lịch làm việc có chỗ chưa đúng.", std::move(errors));
}

bool is_at(const DayRow& row, base::LocalDate day, std::string_view kind) { return row.day == day && row.kind == kind; }

void put_in(std::vector<DayRow>& days, const DayRow& day) {
  const auto found = std::find_if(days.begin(), days.end(), [&](const DayRow& row) { return is_at(row, day.day, day.kind); });
  if (found == days.end())
    days.push_back(day);
  else
    *found = day;
}

}  // namespace

base::Result<StoredCalendar> changed_rows(const StoredCalendar& before, const CalendarChange& change) {
  StoredCalendar after = before;
  if (change.hours) {
    if (auto errors = faults_of(*change.hours); !errors.empty()) return invalid(std::move(errors));
    after.hours = *change.hours;
  }
  if (change.year) {
    if (auto errors = faults_of(*change.year); !errors.empty()) return invalid(std::move(errors));
    std::erase_if(after.years, [&](const YearRow& row) { return row.year == change.year->year; });
    after.years.push_back(*change.year);
    std::sort(after.years.begin(), after.years.end(), [](const YearRow& a, const YearRow& b) { return a.year < b.year; });
  }
  for (const DayKey& key : change.drop)
    if (std::erase_if(after.days, [&](const DayRow& row) { return is_at(row, key.day, key.kind); }) == 0)
      return base::fail(FaultKind::NotFound, "Lịch không có ngày này.");
  for (const DayRow& day : change.put) {
    if (auto errors = faults_of(day); !errors.empty()) return invalid(std::move(errors));
    put_in(after.days, day);
  }
  std::sort(after.days.begin(), after.days.end(), [](const DayRow& a, const DayRow& b) { return std::tie(a.day, a.kind) < std::tie(b.day, b.kind); });
  auto made = make_calendar(after);
  if (!made) return tl::unexpected<base::Fault>(made.error());
  after.calendar = *std::move(made);
  return after;
}

Books with_calendar(const Books& books, StoredCalendar calendar) {
  Books after = books;
  const auto known = std::find_if(after.calendars.begin(), after.calendars.end(), [&](const StoredCalendar& one) { return one.id == calendar.id; });
  if (known != after.calendars.end()) *known = std::move(calendar);
  return after;
}

base::Result<bool> carry_out(db::Connection& db, CalendarId id, const CalendarChange& change) {
  if (change.hours)
    if (const auto done = replace_hours(db, id, *change.hours); !done) return done;
  for (const DayKey& key : change.drop)
    if (const auto done = drop_day(db, id, key.day, key.kind); !done) return done;
  for (const DayRow& day : change.put)
    if (const auto done = put_day(db, id, day); !done) return done;
  if (change.year)
    if (const auto done = put_year(db, id, *change.year); !done) return done;
  return true;
}

std::vector<HoursRow> with_week(const std::vector<HoursRow>& hours, base::LocalDate from, const std::optional<base::LocalDate>& to, const Week& week,
                                const std::string& source) {
  std::vector<HoursRow> after;
  for (const HoursRow& row : hours) {
    if (row.valid_from < from) {
      HoursRow earlier = row;
      if (!row.valid_to || *row.valid_to >= from) earlier.valid_to = day_before(from);
      after.push_back(earlier);
    }
    if (to && (!row.valid_to || *row.valid_to > *to)) {
      HoursRow later = row;
      later.valid_from = std::max(row.valid_from, day_after(*to));
      after.push_back(later);
    }
  }
  for (unsigned weekday = 0; weekday < week.size(); ++weekday)
    for (const Span& span : week.at(weekday)) after.push_back({weekday + 1, span.opens_minute, span.closes_minute, from, to, source});
  std::sort(after.begin(), after.end(), [](const HoursRow& a, const HoursRow& b) {
    return std::tie(a.weekday, a.valid_from, a.opens_minute) < std::tie(b.weekday, b.valid_from, b.opens_minute);
  });
  return after;
}

}  // namespace portal::duty
