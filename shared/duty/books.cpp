#include "shared/duty/books.h"

#include <algorithm>

#include "shared/duty/queries.h"

namespace portal::duty {

const StoredCalendar* Books::find(CalendarId id) const {
  const auto found = std::find_if(calendars.begin(), calendars.end(), [id](const StoredCalendar& calendar) { return calendar.id == id; });
  return found == calendars.end() ? nullptr : &*found;
}

Books load_books(db::Connection& db) {
  Books books;
  books.calendars = read_calendars(db);
  books.duties = read_duties(db);
  for (const StoredCalendar& calendar : books.calendars)
    if (calendar.is_own) books.own = calendar.id;
  return books;
}

BooksHolder::Revision BooksHolder::read_revision(db::Connection& db) {
  auto rows = db.query(kRevision);
  if (!rows.next()) return {};
  return {rows.number(0), rows.number(1)};
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
