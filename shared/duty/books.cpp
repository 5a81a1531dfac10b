#include "shared/duty/books.h"

#include <algorithm>

#include "shared/duty/queries.h"

namespace portal::duty {

const StoredCalendar* Books::find(CalendarId id) const {
  const auto found = std::find_if(calendars.begin(), calendars.end(), [id](const StoredCalendar& calendar) { return calendar.id == id; });
  return found == calendars.end() ? nullptr : &*found;
}

const StoredCalendar* Books::calendar_for(const Duty& duty, base::UnitId unit) const {
  const auto of_unit = duty.party == "unit" || duty.party == "supplier" ? of_units.find(unit) : of_units.end();
  return find(of_unit == of_units.end() ? own : of_unit->second);
}

Books load_books(db::Connection& db) {
  Books books;
  books.calendars = read_calendars(db);
  books.duties = read_duties(db);
  for (const StoredCalendar& calendar : books.calendars)
    if (calendar.is_own) books.own = calendar.id;
  auto units = db.query(kUnitCalendars);
  while (units.next()) books.of_units.emplace(units.id<base::UnitId>(0), units.id<CalendarId>(1));
  return books;
}

BooksHolder::Revision BooksHolder::read_revision(db::Connection& db) {
  auto rows = db.query(kRevision);
  if (!rows.next()) return {};
  return {rows.number(0), rows.number(1), rows.number(2)};
}

std::shared_ptr<const Books> BooksHolder::get(db::Connection& db) {
  // Asked before reading: a change in between makes the copy look older than it is, and it is read once more.
  const Revision now = read_revision(db);
  {
    const std::lock_guard lock(mutex_);
    if (books_ && revision_ == now) return books_;
  }
  auto fresh = std::make_shared<const Books>(load_books(db));
  const std::lock_guard lock(mutex_);
  revision_ = now;
  books_ = fresh;
  return fresh;
}

}  // namespace portal::duty
