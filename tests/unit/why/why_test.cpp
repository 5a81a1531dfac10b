#include "shared/why/why.h"

#include <boost/test/unit_test.hpp>

namespace portal::why {
namespace {

using namespace std::chrono;
using calendar::Calendar;

// Monday to Friday 07:30–11:30, 13:30–17:30; 24/11/2026 is a holiday.
Calendar office() {
  calendar::CalendarData data;
  data.id = "co-quan";
  calendar::WeekHours week;
  for (std::size_t day = 0; day < 5; ++day) week.weekdays.at(day) = {{7h + 30min, 11h + 30min}, {13h + 30min, 17h + 30min}};
  week.source = "Quyết định 01/QĐ-STP";
  data.weeks = {week};
  data.entered_years = {2026};
  data.public_holidays = {{2026y / November / 24, "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16"}};
  return *Calendar::make(std::move(data));
}

base::UtcTime at(const char* text) { return *base::parse_date_time(text); }

calendar::DutyClock clock_of(calendar::Unit unit, int amount, const char* start) {
  calendar::DutyClock clock;
  clock.rule.unit = unit;
  clock.rule.days = amount;
  clock.rule.office_time = hours{amount};
  clock.start = at(start);
  return clock;
}

std::vector<DayLine> lines(const calendar::DutyClock& clock) {
  const Calendar calendar = office();
  const auto answer = calendar::explain(calendar, clock);
  return lines_of({calendar, clock, answer, 2026y / November / 23});
}

}  // namespace

BOOST_AUTO_TEST_CASE(d9_3_working_days_are_numbered_and_skipped_days_have_reason_and_source) {
  const auto days = lines(clock_of(calendar::Unit::WorkingDays, 2, "20/11/2026 15:00"));
  BOOST_REQUIRE(days.size() == 6U);
  BOOST_TEST(days[0].date == "Sáu 20/11/2026");
  BOOST_TEST(days[0].verdict == "Không tính");
  BOOST_TEST(days[0].source == "Bộ luật Dân sự Đ.147.2");
  BOOST_TEST(days[2].date == "Chủ nhật 22/11/2026");
  BOOST_TEST(days[3].verdict == "Ngày thứ 1");
  BOOST_TEST(days[3].is_today);
  BOOST_TEST(days[3].reason == "Ngày làm việc, 07:30–11:30, 13:30–17:30");
  BOOST_TEST(days[4].reason == "Nghỉ lễ, tết: Ngày Văn hóa Việt Nam");
  BOOST_TEST(days[4].source == "Nghị quyết 28/2026/QH16");
  BOOST_TEST(days[5].verdict == "Ngày thứ 2");
  BOOST_TEST(days[5].is_due);
  BOOST_TEST(days[5].reason == "Ngày làm việc, 07:30–11:30, 13:30–17:30. Hạn lúc 17:30");
}

BOOST_AUTO_TEST_CASE(d9_3a_working_hours_tell_what_each_day_gave_and_the_sum) {
  const auto days = lines(clock_of(calendar::Unit::WorkingHours, 12, "20/11/2026 15:00"));
  BOOST_TEST(days.front().verdict == "2 giờ 30 phút làm việc");
  BOOST_TEST(days[3].verdict == "8 giờ làm việc (cộng 10 giờ 30 phút làm việc)");
  BOOST_TEST(days.back().verdict == "1 giờ 30 phút làm việc (cộng 12 giờ làm việc)");
}

BOOST_AUTO_TEST_CASE(a_pause_turns_days_into_office_time_and_is_named) {
  auto clock = clock_of(calendar::Unit::WorkingDays, 2, "18/11/2026 09:00");
  clock.pauses = {{at("19/11/2026 13:30"), at("23/11/2026 07:30"), "Chờ đơn vị xác nhận"}};
  const auto days = lines(clock);
  BOOST_TEST(days[1].verdict == "4 giờ làm việc");
  BOOST_TEST(days[1].reason == "Ngày làm việc, 07:30–11:30, 13:30–17:30, trừ lúc tạm dừng");
  BOOST_TEST(days[2].reason == "Tạm dừng: Chờ đơn vị xác nhận");
  const auto tallies = tallies_of(calendar::explain(office(), clock));
  BOOST_TEST((tallies == std::vector<Tally>{{"Được tính", "3 ngày"}, {"Nghỉ hằng tuần", "2 ngày"}, {"Nghỉ lễ, tết", "1 ngày"}, {"Tạm dừng", "1 ngày"}}));
}

BOOST_AUTO_TEST_CASE(moments_rules_and_clauses_are_said_as_a_civil_servant_says_them) {
  BOOST_TEST(moment_words(at("08/12/2026 17:30")) == "17:30, Thứ Ba ngày 08/12/2026");
  BOOST_TEST(moment_words(at("22/11/2026 08:00")) == "08:00, Chủ nhật ngày 22/11/2026");
  BOOST_TEST(rule_words(clock_of(calendar::Unit::WorkingDays, 15, "16/11/2026 14:20")) ==
             "Bắt đầu lúc 14:20, Thứ Hai ngày 16/11/2026, cộng 15 ngày làm việc. Ngày bắt đầu không tính.");
  struct Case {
    const char* clause;
    const char* words;
  };
  const Case cases[] = {{"D9.3a", "Điều 9, khoản 3, điểm a"}, {"D9.3đ", "Điều 9, khoản 3, điểm đ"}, {"D9.3", "Điều 9, khoản 3"}, {"D13.1", "Điều 13, khoản 1"},
                        {"D7", "Điều 7"}, {"D9.", "D9."}, {"D9x", "D9x"}, {"", ""}, {"Điều 4", "Điều 4"}};
  for (const Case& c : cases) BOOST_TEST_CONTEXT(c.clause) BOOST_TEST(clause_words(c.clause) == c.words);
}

}  // namespace portal::why
