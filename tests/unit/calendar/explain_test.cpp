// Rules of shared/calendar/explain.h: every date once, with what it is called and the law behind it.
#include "shared/calendar/explain.h"

#include "tests/unit/calendar/support.h"

using namespace portal::calendar;
namespace base = portal::base;

namespace {

// "2027-03-05 - start_day", "2027-03-08 + working_day 28800"
std::vector<std::string> lines_of(const Explanation& explanation) {
  std::vector<std::string> lines;
  for (const ExplainedDay& day : explanation.days) {
    std::string line = date_key(day.date) + (day.is_counted ? " + " : " - ") + std::string{key_of(day.reason)};
    if (day.office_time.count() > 0) line += " " + std::to_string(day.office_time.count());
    lines.push_back(std::move(line));
  }
  return lines;
}

const ExplainedDay& line(const Explanation& explanation, const std::string& day) {
  for (const ExplainedDay& one : explanation.days)
    if (date_key(one.date) == day) return one;
  BOOST_FAIL("no line for " + day);
  return explanation.days.front();
}

void check_lines(const Calendar& calendar, const DutyClock& clock, const std::vector<std::string>& want) {
  const auto lines = lines_of(explain(calendar, clock));
  BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), want.begin(), want.end());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explain_days)

BOOST_AUTO_TEST_CASE(working_hours_name_each_day_and_what_it_gave) {
  const Calendar calendar = calendar_of(plain_data());
  const DutyClock clock{working_hours(12), at("2027-04-15 18:00"), {{at("2027-04-19 07:00"), at("2027-04-19 18:00"), "Chờ xác nhận"}}, {}};
  check_lines(calendar, clock, {"2027-04-15 - outside_office_hours", "2027-04-16 - public_holiday", "2027-04-17 - weekly_day_off", "2027-04-18 - weekly_day_off",
                                "2027-04-19 - paused", "2027-04-20 + working_day 28800", "2027-04-21 + working_day 14400"});
  const Explanation explanation = explain(calendar, clock);
  const struct {
    const char* day;
    const char* name;
    const char* source;
  } cases[] = {
      {"2027-04-15", "thứ Năm", "Quyết định 01/QĐ-STP"},
      {"2027-04-16", "Giỗ Tổ Hùng Vương", "Bộ luật Lao động Đ.112.1e"},
      {"2027-04-17", "thứ Bảy", "Quyết định 01/QĐ-STP"},
      {"2027-04-18", "Chủ nhật", "Quyết định 01/QĐ-STP"},
      {"2027-04-19", "Chờ xác nhận", "Thời gian tạm dừng không tính vào thời hạn"},
      {"2027-04-20", "thứ Ba", "Quyết định 01/QĐ-STP"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.day) {
      BOOST_TEST(line(explanation, c.day).name == c.name);
      BOOST_TEST(line(explanation, c.day).source == c.source);
    }
}

BOOST_AUTO_TEST_CASE(the_start_day_of_hours_is_paused_only_while_the_office_is_open) {
  const Calendar calendar = calendar_of(plain_data());
  const Pause all_day{at("2027-03-04 00:00"), at("2027-03-05 00:00"), ""};
  check_lines(calendar, {working_hours(1), at("2027-03-04 17:29:59"), {all_day}, {}}, {"2027-03-04 - paused", "2027-03-05 + working_day 3600"});
  check_lines(calendar, {working_hours(1), at("2027-03-04 17:30"), {all_day}, {}}, {"2027-03-04 - outside_office_hours", "2027-03-05 + working_day 3600"});
}

BOOST_AUTO_TEST_CASE(half_days_make_up_days_and_closures_are_named) {
  CalendarData data = plain_data();
  data.days_off = {{date("2027-03-09"), "Mất điện buổi chiều", "Thông báo 3", {hours_between(13 * 60, 18 * 60)}}, {date("2027-03-10"), "Nghỉ tránh bão", "Công điện 6", {}}};
  data.make_up_days = {{date("2027-03-13"), "Làm bù cho ngày 10/3", "Công điện 6", morning()}};
  const Calendar calendar = calendar_of(data);
  const DutyClock clock{working_days(5), at("2027-03-08 09:00"), {}, {}};
  check_lines(calendar, clock, {"2027-03-08 - start_day", "2027-03-09 + working_day 14400", "2027-03-10 - day_off", "2027-03-11 + working_day 28800",
                                "2027-03-12 + working_day 28800", "2027-03-13 + make_up_day 14400", "2027-03-14 - weekly_day_off", "2027-03-15 + working_day 28800"});
  const Explanation explanation = explain(calendar, clock);
  BOOST_TEST(line(explanation, "2027-03-08").source == "Bộ luật Dân sự Đ.147.2");
  BOOST_TEST(line(explanation, "2027-03-09").name == "Mất điện buổi chiều");
  BOOST_TEST(line(explanation, "2027-03-10").source == "Công điện 6");
  BOOST_TEST(line(explanation, "2027-03-13").name == "Làm bù cho ngày 10/3");
}

BOOST_AUTO_TEST_CASE(calendar_days_and_windows_list_the_day_they_rolled_to) {
  const Calendar calendar = calendar_of(plain_data());
  check_lines(calendar, {calendar_days(3, true), at("2027-04-29 09:00"), {}, {}},
              {"2027-04-29 - start_day", "2027-04-30 + calendar_day", "2027-05-01 + calendar_day", "2027-05-02 + calendar_day", "2027-05-03 - public_holiday", "2027-05-04 - roll_forward"});
  check_lines(calendar, {window_rule(WindowKind::FirstWeekOfNextMonth, FirstWeek::FirstMonFriWeek), at("2027-04-29 09:00"), {}, {}},
              {"2027-05-01 - weekly_day_off", "2027-05-02 - weekly_day_off", "2027-05-03 + window_day", "2027-05-04 + window_day", "2027-05-05 + window_day", "2027-05-06 + window_day",
               "2027-05-07 + window_day"});
  BOOST_TEST(explain(calendar, {calendar_days(3, true), at("2027-04-29 09:00"), {}, {}}).days.back().source == "Bộ luật Dân sự Đ.148.5");
}

// Without a due moment the page still shows how far the clock got.
BOOST_AUTO_TEST_CASE(without_a_due_moment_the_days_so_far_are_listed) {
  const Calendar calendar = calendar_of(plain_data());
  check_lines(calendar, {working_days(3), at("2027-03-08 09:00"), {{at("2027-03-10 09:30"), {}, "Chờ bổ sung"}}, {}},
              {"2027-03-08 - start_day", "2027-03-09 + working_day 28800", "2027-03-10 + working_day 7200"});
  check_lines(calendar, {working_hours(12), at("2027-12-31 10:00"), {}, {}}, {"2027-12-31 + working_day 19800"});
  check_lines(calendar, {calendar_days(3, true), at("2027-12-30 10:00"), {}, {}}, {"2027-12-30 - start_day", "2027-12-31 + calendar_day"});
  check_lines(calendar, {window_rule(WindowKind::First10DaysOfNextQuarter), at("2027-10-01 00:00"), {}, {}}, {});
  check_lines(calendar, {working_days(0), at("2027-03-08 09:00"), {}, {}}, {});
  check_lines(calendar, {working_days(1), at("2026-03-08 09:00"), {}, {}}, {});
}

BOOST_AUTO_TEST_SUITE_END()
