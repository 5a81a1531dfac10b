#include "modules/admin/calendar_publisher.h"

#include <array>

#include "modules/admin/calendar_queries.h"

namespace portal::admin {
namespace {

namespace sql = calendar_sql;

struct Copy {
  std::string_view table;
  db::Sql clear, write, wanted, published;
};

constexpr std::array kCopies{
    Copy{"site_calendar", sql::kDeleteCalendar, sql::kAddCalendar, sql::kCalendarWanted, sql::kCalendarPublished},
    Copy{"site_calendar_hours", sql::kDeleteHours, sql::kAddHours, sql::kHoursWanted, sql::kHoursPublished},
    Copy{"site_calendar_year", sql::kDeleteYears, sql::kAddYears, sql::kYearsWanted, sql::kYearsPublished},
    Copy{"site_calendar_day", sql::kDeleteDays, sql::kAddDays, sql::kDaysWanted, sql::kDaysPublished},
    Copy{"site_duty", sql::kDeleteDuties, sql::kAddDuties, sql::kDutiesWanted, sql::kDutiesPublished},
};

std::vector<std::string> lines(db::Rows rows) {
  std::vector<std::string> out;
  while (rows.next()) out.emplace_back(rows.text(0));
  return out;
}

}  // namespace

void publish_calendar(db::Connection& db) {
  for (const Copy& copy : kCopies) {
    db.execute(copy.clear);
    db.execute(copy.write);
  }
}

std::size_t count_calendar_rows(db::Connection& db) {
  std::size_t rows = 0;
  for (const Copy& copy : kCopies) rows += lines(db.query(copy.published)).size();
  return rows;
}

std::vector<CalendarTable> calendar_tables(db::Connection& db) {
  std::vector<CalendarTable> tables;
  for (const Copy& copy : kCopies) tables.push_back({copy.table, lines(db.query(copy.wanted)), lines(db.query(copy.published))});
  return tables;
}

}  // namespace portal::admin
