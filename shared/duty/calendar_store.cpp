#include "shared/duty/calendar_store.h"

#include <map>

#include "shared/duty/queries.h"
#include "shared/duty/rows.h"

namespace portal::duty {
namespace {

using base::FaultKind;
using base::FieldError;

// The rows must still make a calendar together: clocks could not be reckoned otherwise.
base::Result<bool> changed(db::Connection& db, CalendarId id) {
  db.execute(kBumpCalendar, id);
  for (const StoredCalendar& rows : read_calendars(db))
    if (rows.id == id)
      if (const auto made = make_calendar(rows); !made) return tl::unexpected(made.error());
  return true;
}

base::Result<bool> invalid(std::vector<FieldError> errors) {
  return base::fail(FaultKind::Invalid, "Lịch làm việc có chỗ chưa đúng.", std::move(errors));
}

}  // namespace

std::vector<StoredCalendar> read_calendars(db::Connection& db) {
  std::vector<StoredCalendar> calendars;
  std::map<CalendarId, std::size_t> places;
  {
    auto rows = db.query(kCalendars);
    while (rows.next()) {
      StoredCalendar& made = calendars.emplace_back();
      made.id = rows.id<CalendarId>(0);
      made.code = rows.text(1);
      made.name = rows.text(2);
      made.is_own = rows.flag(3);
      made.row_version = static_cast<unsigned>(rows.number(4));
      places[made.id] = calendars.size() - 1;
    }
  }
  const auto of = [&](const db::Rows& rows) -> StoredCalendar& { return calendars.at(places.at(rows.id<CalendarId>(0))); };
  {
    auto rows = db.query(kHours);
    while (rows.next()) {
      HoursRow row{static_cast<unsigned>(rows.number(1)), static_cast<unsigned>(rows.number(2)), static_cast<unsigned>(rows.number(3)),
                   date_of(rows.text(4)), {}, std::string{rows.text(6)}};
      if (!rows.is_null(5)) row.valid_to = date_of(rows.text(5));
      of(rows).hours.push_back(row);
    }
  }
  {
    auto rows = db.query(kYears);
    while (rows.next())
      of(rows).years.push_back({static_cast<int>(rows.number(1)), rows.text(2) == "entered", std::string{rows.text(3)}, rows.id<base::PersonId>(4),
                                rows.optional_time(5)});
  }
  {
    auto rows = db.query(kDays);
    while (rows.next())
      of(rows).days.push_back(
          {date_of(rows.text(1)), std::string{rows.text(2)}, std::string{rows.text(3)}, std::string{rows.text(4)}, std::string{rows.text(5)}});
  }
  for (StoredCalendar& made : calendars)
    if (auto fitting = make_calendar(made)) made.calendar = *std::move(fitting);
  return calendars;
}

base::Result<bool> hold_calendar(db::Connection& db, CalendarId id, unsigned row_version) {
  auto rows = db.query(kHoldCalendar, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không có lịch này.");
  if (rows.number(0) != std::int64_t{row_version})
    return base::fail(FaultKind::Stale, "Lịch đã được người khác thay đổi sau khi ông, bà mở trang. Xin xem lại bản mới nhất rồi làm lại.");
  return true;
}

base::Result<bool> put_day(db::Connection& db, CalendarId id, const DayRow& day) {
  if (auto errors = faults_of(day); !errors.empty()) return invalid(std::move(errors));
  db.execute(kPutDay, id, date_text(day.day), day.kind, day.name, day.source, day.hours);
  return changed(db, id);
}

base::Result<bool> drop_day(db::Connection& db, CalendarId id, base::LocalDate day, std::string_view kind) {
  if (db.execute(kDropDay, id, date_text(day), kind).affected == 0) return base::fail(FaultKind::NotFound, "Lịch không có ngày này.");
  return changed(db, id);
}

base::Result<bool> put_year(db::Connection& db, CalendarId id, const YearRow& year) {
  if (auto errors = faults_of(year); !errors.empty()) return invalid(std::move(errors));
  db.execute(kPutYear, id, year.year, year.is_entered ? "entered" : "proposed", year.announcement, year.entered_by, year.entered_at);
  return changed(db, id);
}

base::Result<bool> replace_hours(db::Connection& db, CalendarId id, const std::vector<HoursRow>& hours) {
  if (auto errors = faults_of(hours); !errors.empty()) return invalid(std::move(errors));
  db.execute(kDropHours, id);
  for (const HoursRow& row : hours)
    db.execute(kAddHours, id, row.weekday, date_text(row.valid_from), row.opens_minute, row.closes_minute,
               row.valid_to ? std::optional{date_text(*row.valid_to)} : std::nullopt, row.source);
  return changed(db, id);
}

}  // namespace portal::duty
