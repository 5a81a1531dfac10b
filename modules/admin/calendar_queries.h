// Every SQL statement of the calendar publisher, named.
#pragma once

#include <array>

#include "shared/db/sql.h"

namespace portal::admin::calendar_sql {

inline constexpr db::Sql kDeleteCalendar{"DELETE FROM site_calendar"};
inline constexpr db::Sql kDeleteHours{"DELETE FROM site_calendar_hours"};
inline constexpr db::Sql kDeleteYears{"DELETE FROM site_calendar_year"};
inline constexpr db::Sql kDeleteDays{"DELETE FROM site_calendar_day"};
inline constexpr db::Sql kDeleteDuties{"DELETE FROM site_duty"};

// Of the agency's own calendar the years that were entered, and nothing of who entered them.
#define PORTAL_PUBLIC_CALENDAR "SELECT code, name, changed_at FROM core_calendar WHERE is_own = 1"
#define PORTAL_PUBLIC_HOURS                                                                                                      \
  "SELECT h.weekday, h.valid_from, h.opens_minute, h.closes_minute, h.valid_to, h.source FROM core_calendar_hours h "          \
  "JOIN core_calendar c ON c.id = h.calendar_id AND c.is_own = 1"
#define PORTAL_PUBLIC_YEARS                                                                                                      \
  "SELECT y.year, y.announcement, y.entered_at FROM core_calendar_year y JOIN core_calendar c ON c.id = y.calendar_id AND c.is_own = 1 " \
  "WHERE y.state = 'entered'"
#define PORTAL_PUBLIC_DAYS                                                                                                       \
  "SELECT d.day, d.kind, d.name, d.source, d.hours FROM core_calendar_day d JOIN core_calendar c ON c.id = d.calendar_id AND c.is_own = 1 " \
  "JOIN core_calendar_year y ON y.calendar_id = d.calendar_id AND y.year = YEAR(d.day) AND y.state = 'entered'"
#define PORTAL_PUBLIC_DUTIES                                                                                                     \
  "SELECT id, code, clause, title, valid_from, valid_to, start_event, amount, unit, window_kind, first_week, roll_forward, note FROM core_duty"

inline constexpr db::Sql kAddCalendar{"INSERT INTO site_calendar (code, name, changed_at) " PORTAL_PUBLIC_CALENDAR};
inline constexpr db::Sql kAddHours{
    "INSERT INTO site_calendar_hours (weekday, valid_from, opens_minute, closes_minute, valid_to, source) " PORTAL_PUBLIC_HOURS};
inline constexpr db::Sql kAddYears{"INSERT INTO site_calendar_year (year, announcement, entered_at) " PORTAL_PUBLIC_YEARS};
inline constexpr db::Sql kAddDays{"INSERT INTO site_calendar_day (day, kind, name, source, hours) " PORTAL_PUBLIC_DAYS};
inline constexpr db::Sql kAddDuties{
    "INSERT INTO site_duty (id, code, clause, title, valid_from, valid_to, start_event, amount, unit, window_kind, first_week, roll_forward, note) "
    PORTAL_PUBLIC_DUTIES};

// For the comparison: each row as one line of text, made alike on both sides.
#define PORTAL_CALENDAR_LINE "SELECT CONCAT_WS('|', code, name, COALESCE(changed_at, '-')) FROM "
#define PORTAL_HOURS_LINE "SELECT CONCAT_WS('|', weekday, valid_from, opens_minute, closes_minute, COALESCE(valid_to, '-'), source) FROM "
#define PORTAL_YEAR_LINE "SELECT CONCAT_WS('|', year, announcement, COALESCE(entered_at, '-')) FROM "
#define PORTAL_DAY_LINE "SELECT CONCAT_WS('|', day, kind, name, source, hours) FROM "
#define PORTAL_DUTY_LINE                                                                                                         \
  "SELECT CONCAT_WS('|', id, code, clause, title, valid_from, COALESCE(valid_to, '-'), start_event, COALESCE(amount, '-'), unit, window_kind, first_week, " \
  "roll_forward, note) FROM "

inline constexpr db::Sql kCalendarWanted{PORTAL_CALENDAR_LINE "(" PORTAL_PUBLIC_CALENDAR ") w"};
inline constexpr db::Sql kCalendarPublished{PORTAL_CALENDAR_LINE "site_calendar"};
inline constexpr db::Sql kHoursWanted{PORTAL_HOURS_LINE "(" PORTAL_PUBLIC_HOURS ") w"};
inline constexpr db::Sql kHoursPublished{PORTAL_HOURS_LINE "site_calendar_hours"};
inline constexpr db::Sql kYearsWanted{PORTAL_YEAR_LINE "(" PORTAL_PUBLIC_YEARS ") w"};
inline constexpr db::Sql kYearsPublished{PORTAL_YEAR_LINE "site_calendar_year"};
inline constexpr db::Sql kDaysWanted{PORTAL_DAY_LINE "(" PORTAL_PUBLIC_DAYS ") w"};
inline constexpr db::Sql kDaysPublished{PORTAL_DAY_LINE "site_calendar_day"};
inline constexpr db::Sql kDutiesWanted{PORTAL_DUTY_LINE "(" PORTAL_PUBLIC_DUTIES ") w"};
inline constexpr db::Sql kDutiesPublished{PORTAL_DUTY_LINE "site_duty"};

#undef PORTAL_PUBLIC_CALENDAR
#undef PORTAL_PUBLIC_HOURS
#undef PORTAL_PUBLIC_YEARS
#undef PORTAL_PUBLIC_DAYS
#undef PORTAL_PUBLIC_DUTIES
#undef PORTAL_CALENDAR_LINE
#undef PORTAL_HOURS_LINE
#undef PORTAL_YEAR_LINE
#undef PORTAL_DAY_LINE
#undef PORTAL_DUTY_LINE

inline constexpr std::array kAllQueries{kDeleteCalendar, kDeleteHours, kDeleteYears, kDeleteDays, kDeleteDuties, kAddCalendar, kAddHours, kAddYears, kAddDays,
                                        kAddDuties, kCalendarWanted, kCalendarPublished, kHoursWanted, kHoursPublished, kYearsWanted, kYearsPublished,
                                        kDaysWanted, kDaysPublished, kDutiesWanted, kDutiesPublished};

}  // namespace portal::admin::calendar_sql
