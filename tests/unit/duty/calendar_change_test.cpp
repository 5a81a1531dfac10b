#include "shared/duty/calendar_change.h"

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
  for (unsigned weekday = 1; weekday <= 5; ++weekday) rows.hours.push_back({weekday, 450, 690, on(2020, 1, 1), {}, "Quy chế"});
  rows.years = {{2026, true, "Thông báo 2026", {}, {}}, {2027, false, "", {}, {}}};
  rows.days = {{on(2026, 11, 24), "public_holiday", "Ngày Văn hóa Việt Nam", "Luật", ""}};
  return rows;
}

Week mornings(unsigned opens, unsigned closes) {
  Week week;
  for (std::size_t day = 0; day < 5; ++day) week.at(day) = {{opens, closes}};
  return week;
}

std::size_t count_on(const std::vector<HoursRow>& hours, unsigned weekday, base::LocalDate day, unsigned opens) {
  std::size_t found = 0;
  for (const HoursRow& row : hours)
    if (row.weekday == weekday && row.valid_from <= day && (!row.valid_to || day <= *row.valid_to) && row.opens_minute == opens) ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(d9_3_new_hours_end_the_old_ones_the_day_before_and_old_days_keep_theirs) {
  const auto after = with_week(office().hours, on(2026, 6, 1), {}, mornings(420, 660), "Quyết định 5");
  BOOST_TEST(after.size() == 10U);
  BOOST_TEST(count_on(after, 1, on(2026, 5, 31), 450) == 1U);
  BOOST_TEST(count_on(after, 1, on(2026, 6, 1), 450) == 0U);
  BOOST_TEST(count_on(after, 1, on(2026, 6, 1), 420) == 1U);
  BOOST_TEST(faults_of(after).empty());
}

BOOST_AUTO_TEST_CASE(d9_3_hours_of_a_summer_go_back_to_the_old_ones_after_its_last_day) {
  const auto after = with_week(office().hours, on(2026, 6, 1), on(2026, 8, 31), mornings(420, 660), "Quyết định 5");
  BOOST_TEST(count_on(after, 3, on(2026, 5, 31), 450) == 1U);
  BOOST_TEST(count_on(after, 3, on(2026, 7, 15), 420) == 1U);
  BOOST_TEST(count_on(after, 3, on(2026, 7, 15), 450) == 0U);
  BOOST_TEST(count_on(after, 3, on(2026, 9, 1), 450) == 1U);
  BOOST_TEST(count_on(after, 3, on(2026, 9, 1), 420) == 0U);
  BOOST_TEST(faults_of(after).empty());
  // Once more over part of it: no day has two.
  const auto again = with_week(after, on(2026, 8, 1), on(2026, 10, 31), mornings(480, 720), "Quyết định 6");
  for (const base::LocalDate day : {on(2026, 7, 31), on(2026, 8, 1), on(2026, 10, 31), on(2026, 11, 1)})
    BOOST_TEST(count_on(again, 3, day, 420) + count_on(again, 3, day, 450) + count_on(again, 3, day, 480) == 1U);
  BOOST_TEST(faults_of(again).empty());
}

BOOST_AUTO_TEST_CASE(a_change_gives_the_calendar_as_it_would_be) {
  CalendarChange change;
  change.year = YearRow{2027, true, "Thông báo số 98/TB-STP", {}, {}};
  change.put = {{on(2027, 1, 1), "public_holiday", "Tết Dương lịch", "Luật", ""}};
  change.drop = {{on(2026, 11, 24), "public_holiday"}};
  const auto after = changed_rows(office(), change);
  BOOST_REQUIRE(after.has_value());
  BOOST_REQUIRE(after->calendar.has_value());
  BOOST_TEST(!after->calendar->first_missing_year(on(2026, 1, 1), on(2027, 12, 31)).has_value());
  BOOST_TEST((after->calendar->day(on(2027, 1, 1)).kind == calendar::DayKind::PublicHoliday));
  BOOST_TEST((after->calendar->day(on(2026, 11, 24)).kind == calendar::DayKind::WorkingDay));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused_at_its_field) {
  CalendarChange unnamed;
  unnamed.year = YearRow{2027, true, "", {}, {}};
  BOOST_TEST(changed_rows(office(), unnamed).error().fields.at(0).field == "announcement");
  CalendarChange missing;
  missing.drop = {{on(2026, 1, 2), "day_off"}};
  BOOST_TEST((changed_rows(office(), missing).error().kind == base::FaultKind::NotFound));
  CalendarChange bare;
  bare.put = {{on(2026, 1, 3), "make_up_day", "Làm bù", "Thông báo", ""}};
  BOOST_TEST(changed_rows(office(), bare).error().fields.at(0).field == "hours");
  // An entered year without hours cannot be reckoned by.
  CalendarChange empty;
  empty.hours = std::vector<HoursRow>{};
  BOOST_TEST((changed_rows(office(), empty).error().kind == base::FaultKind::Invalid));
}

}  // namespace portal::duty
