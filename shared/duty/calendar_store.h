// CalendarStore: the working calendars of core_calendar*: reading one as rows (for people) and as what due times are reckoned by, and changing it.
//
// Every change raises the calendar's revision in the caller's transaction, and whoever makes it previews and confirms what follows for the open clocks
// (recompute.h) and appends to the audit trail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/duty/calendar_rows.h"

namespace portal::duty {

// Every calendar, whole.
[[nodiscard]] std::vector<StoredCalendar> read_calendars(db::Connection& db);

// ---- changing, in the caller's transaction ----
// Holds the calendar and compares what the person had in front of them. Faults: NotFound, Stale.
[[nodiscard]] base::Result<bool> hold_calendar(db::Connection& db, CalendarId id, unsigned row_version);
// Each raises the revision. Faults: Invalid, by field where one is to blame; the caller's transaction must then be rolled back.
[[nodiscard]] base::Result<bool> put_day(db::Connection& db, CalendarId id, const DayRow& day);
[[nodiscard]] base::Result<bool> drop_day(db::Connection& db, CalendarId id, base::LocalDate day, std::string_view kind);
[[nodiscard]] base::Result<bool> put_year(db::Connection& db, CalendarId id, const YearRow& year);
[[nodiscard]] base::Result<bool> replace_hours(db::Connection& db, CalendarId id, const std::vector<HoursRow>& hours);

}  // namespace portal::duty
