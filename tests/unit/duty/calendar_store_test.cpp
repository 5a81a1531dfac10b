#include "shared/duty/calendar_store.h"

#include <boost/test/unit_test.hpp>

namespace portal::duty {
namespace {

using namespace std::chrono;

base::LocalDate on(int y, unsigned m, unsigned d) { return year{y} / month{m} / day{d}; }

StoredCalendar office() {
  StoredCalendar rows;
  rows.id = CalendarId{1};
  rows.code = "co-quan";
  rows.is_own = true;
  for (unsigned weekday = 1; weekday <= 5; ++weekday) {
    rows.hours.push_back({weekday, 450, 690, on(2020, 1, 1), {}, "Quy chế"});
    rows.hours.push_back({weekday, 810, 1050, on(2020, 1, 1), {}, "Quy chế"});
  }
  rows.years = {{2026, true, "Thông báo", {}, {}}, {2027, false, "", {}, {}}};
  rows.days = {{on(2026, 11, 24), "public_holiday", "Ngày Văn hóa Việt Nam", "Luật", ""},
               {on(2026, 11, 28), "make_up_day", "Làm bù", "Thông báo", "07:30-11:30"},
               {on(2026, 11, 27), "half_day", "Nghỉ buổi chiều", "Thông báo", "07:30-11:30"}};
  return rows;
}

}  // namespace

BOOST_AUTO_TEST_CASE(office_hours_are_typed_as_spans_in_order) {
  struct Case {
    const char* label;
    const char* text;
    bool is_read;
  };
  const Case cases[] = {
      {"one span", "07:30-11:30", true},        {"two spans", "07:30-11:30,13:30-17:30", true}, {"to the end of the day", "20:00-24:00", true},
      {"nothing", "", false},                   {"out of order", "13:30-17:30,07:30-11:30", false}, {"overlapping", "07:30-11:30,11:00-12:00", false},
      {"ends before it begins", "11:30-07:30", false}, {"no such minute", "07:60-11:30", false}, {"past midnight", "20:00-24:01", false},
      {"other digits", "7:30-11:30", false},    {"a comma too many", "07:30-11:30,", false},
  };
  for (const Case& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(parse_hours(c.text).has_value() == c.is_read);
  BOOST_TEST(parse_hours("07:30-11:30,13:30-17:30")->at(1).opens_minute == 810U);
}

BOOST_AUTO_TEST_CASE(rows_become_a_calendar_in_which_only_entered_years_count) {
  const auto made = make_calendar(office());
  BOOST_REQUIRE(made.has_value());
  BOOST_TEST(made->first_missing_year(on(2026, 12, 1), on(2027, 1, 5)).value_or(0) == 2027);
  BOOST_TEST((made->day(on(2026, 11, 24)).kind == calendar::DayKind::PublicHoliday));
  BOOST_TEST((made->day(on(2026, 11, 29)).kind == calendar::DayKind::WeeklyDayOff));
  BOOST_TEST(made->day(on(2026, 11, 25)).office_time.count() == 8 * 3600);
  BOOST_TEST(made->day(on(2026, 11, 28)).office_time.count() == 4 * 3600);  // Saturday, made up in the morning
  BOOST_TEST(made->day(on(2026, 11, 27)).office_time.count() == 4 * 3600);  // the hours that are kept
}

BOOST_AUTO_TEST_CASE(hours_that_change_on_a_date_are_two_rows) {
  StoredCalendar rows = office();
  for (HoursRow& row : rows.hours)
    if (row.weekday == 3) row.valid_to = on(2026, 6, 30);
  rows.hours.push_back({3, 480, 720, on(2026, 7, 1), {}, "Quyết định hè"});
  const auto made = make_calendar(rows);
  BOOST_REQUIRE(made.has_value());
  BOOST_TEST(made->day(on(2026, 6, 24)).office_time.count() == 8 * 3600);
  BOOST_TEST(made->day(on(2026, 7, 1)).office_time.count() == 4 * 3600);
  BOOST_TEST(made->day(on(2026, 7, 2)).office_time.count() == 8 * 3600);
}

BOOST_AUTO_TEST_CASE(next_years_calendar_is_asked_for_from_1_november) {
  const StoredCalendar rows = office();
  BOOST_TEST(!year_to_enter(rows, on(2026, 10, 31)).has_value());
  BOOST_TEST(year_to_enter(rows, on(2026, 11, 1)).value_or(0) == 2027);
  BOOST_TEST(year_to_enter(rows, on(2027, 3, 1)).value_or(0) == 2027);
}

BOOST_AUTO_TEST_CASE(an_entered_year_without_hours_makes_no_calendar) {
  StoredCalendar rows = office();
  for (HoursRow& row : rows.hours) row.valid_to = on(2026, 6, 30);
  BOOST_TEST(!make_calendar(rows).has_value());
}

}  // namespace portal::duty
