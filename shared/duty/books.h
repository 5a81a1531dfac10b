// Books: the calendars and duties that clocks are reckoned by, read together.
//
// An act reads them inside its own transaction (load_books). Pages take them from a BooksHolder, which keeps one copy per program and asks with one
// cheap statement whether it is still good (core_calendar.revision, core_duty.row_version, core_unit.calendar_id).
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "shared/db/connection.h"
#include "shared/duty/calendar_store.h"
#include "shared/duty/duty.h"

namespace portal::duty {

struct Books {
  std::vector<StoredCalendar> calendars;
  CalendarId own;  // the agency's; unset before anything was seeded
  std::vector<Duty> duties;
  std::map<base::UnitId, CalendarId> of_units;  // units whose own times run by another calendar than the department's

  // nullptr when there is no such calendar.
  [[nodiscard]] const StoredCalendar* find(CalendarId id) const;
  // By which calendar a time of `duty` begins for `unit` (unset: for no unit): what the unit or its people owe by the unit's, everything else by the
  // department's. nullptr when there is none.
  [[nodiscard]] const StoredCalendar* calendar_for(const Duty& duty, base::UnitId unit) const;
};

[[nodiscard]] Books load_books(db::Connection& db);

class BooksHolder {
 public:
  // Never null. Reads everything the first time and after a change.
  [[nodiscard]] std::shared_ptr<const Books> get(db::Connection& db);

 private:
  struct Revision {
    std::int64_t calendars = -1, duties = -1, units = -1;

    bool operator==(const Revision&) const = default;
  };
  static Revision read_revision(db::Connection& db);

  std::mutex mutex_;
  Revision revision_;
  std::shared_ptr<const Books> books_;
};

}  // namespace portal::duty
