// Rules of shared/calendar/time_left.h: what a clock has left, in working units.
#include "shared/calendar/time_left.h"

#include "tests/unit/calendar/support.h"

using namespace portal::calendar;
using namespace std::chrono_literals;
namespace base = portal::base;

BOOST_AUTO_TEST_SUITE(time_left_words)

BOOST_AUTO_TEST_CASE(D9_3_what_is_left_is_said_in_working_units) {
  const Calendar calendar = calendar_of(plain_data());
  const DutyClock news{working_hours(12), at("2027-03-04 08:15"), {}, {}};          // due Friday 05/03 14:15
  const DutyClock answer{working_days(15), at("2027-03-08 09:00"), {}, {}};         // due Monday 29/03 17:30
  const DutyClock report{calendar_days(10, false), at("2027-07-07 14:00"), {}, {}};  // due Saturday 17/07 23:59:59
  const struct {
    const char* label;
    const DutyClock* clock;
    const char* now;
    const char* words;
    long office_seconds;
  } cases[] = {
      {"before the event", &news, "2027-03-03 09:00", "còn 12 giờ làm việc", 43200},
      {"at the start", &news, "2027-03-04 08:15", "còn 12 giờ làm việc", 43200},
      {"a second later: parts of an hour are dropped", &news, "2027-03-04 08:15:01", "còn 11 giờ làm việc", 43199},
      {"at night", &news, "2027-03-04 22:00", "còn 4 giờ làm việc", 17100},
      {"the last hour", &news, "2027-03-05 13:30", "còn 45 phút làm việc", 2700},
      {"the last minute", &news, "2027-03-05 14:14:30", "còn chưa đầy 1 phút làm việc", 30},
      {"at the due moment", &news, "2027-03-05 14:15", "không còn giờ làm việc nào trước hạn", 0},
      {"a second late", &news, "2027-03-05 14:15:01", "quá hạn chưa đầy 1 phút làm việc", 1},
      {"late over the weekend: 3 h 15 min and half an hour", &news, "2027-03-08 08:00", "quá hạn 3 giờ làm việc", 13500},
      {"long late", &news, "2027-03-11 08:00", "quá hạn 4 ngày làm việc", 99900},
      {"days: on the start day", &answer, "2027-03-08 09:00", "còn 15 ngày làm việc", 432000},
      {"days: the next day", &answer, "2027-03-09 09:00", "còn 14 ngày làm việc", 426600},
      {"days: over a weekend", &answer, "2027-03-26 17:00", "còn 1 ngày làm việc", 30600},
      {"the last day", &answer, "2027-03-29 14:30", "còn 3 giờ làm việc", 10800},
      {"the same evening", &answer, "2027-03-29 19:00", "vừa quá hạn, đang ngoài giờ làm việc", 0},
      {"the next morning", &answer, "2027-03-30 07:00", "quá hạn 1 ngày làm việc", 0},
      {"calendar days on a Friday", &report, "2027-07-16 10:00", "còn 5 giờ làm việc", 19800},
      {"calendar days on the Saturday itself", &report, "2027-07-17 10:00", "không còn giờ làm việc nào trước hạn", 0},
      {"on the Sunday", &report, "2027-07-18 10:00", "vừa quá hạn, đang ngoài giờ làm việc", 0},
      {"on the Monday", &report, "2027-07-19 10:00", "quá hạn 1 ngày làm việc", 9000},
      {"late, and the present year is not entered", &report, "2028-01-04 10:00", "quá hạn", 0},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      const Due due = due_of(calendar, *c.clock);
      BOOST_REQUIRE(due.has_value());
      const TimeLeft left = time_left(calendar, *c.clock, due, at(c.now));
      BOOST_TEST(left.words == c.words);
      BOOST_TEST(left.office_time.count() == c.office_seconds);
      BOOST_TEST(left.is_overdue == (at(c.now) > *due));
    }
}

BOOST_AUTO_TEST_CASE(a_clock_that_stands_says_so) {
  const Calendar calendar = calendar_of(plain_data());
  const DutyClock open{working_days(15), at("2027-06-07 09:00"), {{at("2027-06-09 09:30"), {}, ""}}, {}};
  const TimeLeft standing = time_left(calendar, open, due_of(calendar, open), at("2027-09-01 08:00"));
  BOOST_TEST(standing.is_paused);
  BOOST_TEST(!standing.is_overdue);
  BOOST_TEST((standing.office_time == 110h));
  BOOST_TEST(standing.words == "tạm dừng, còn 13 ngày làm việc");
  const DutyClock hours{working_hours(12), at("2027-06-07 07:30"), {{at("2027-06-07 09:30"), {}, ""}}, {}};
  BOOST_TEST(time_left(calendar, hours, due_of(calendar, hours), at("2027-09-01 08:00")).words == "tạm dừng, còn 10 giờ làm việc");
  const DutyClock closed{working_hours(12), at("2027-06-07 07:30"), {{at("2027-06-07 09:30"), at("2027-06-08 09:30"), ""}}, {}};
  BOOST_TEST(time_left(calendar, closed, due_of(calendar, closed), at("2027-06-08 08:00")).words == "tạm dừng, còn 10 giờ làm việc");
  BOOST_TEST(time_left(calendar, closed, due_of(calendar, closed), at("2027-06-08 09:30")).words == "còn 10 giờ làm việc");
  // What a later pause will take is not time that is left.
  BOOST_TEST((time_left(calendar, closed, due_of(calendar, closed), at("2027-06-07 08:30")).office_time == 11h));
}

BOOST_AUTO_TEST_CASE(without_a_due_moment_nothing_is_promised) {
  const Calendar calendar = calendar_of(plain_data());
  const DutyClock clock{working_days(15), at("2027-12-15 09:00"), {}, {}};
  const TimeLeft left = time_left(calendar, clock, due_of(calendar, clock), at("2027-12-16 09:00"));
  BOOST_TEST(!left.is_known);
  BOOST_TEST(left.words == "chưa tính được hạn");
}

BOOST_AUTO_TEST_CASE(office_time_is_said_in_hours_and_minutes) {
  const std::pair<std::chrono::seconds, const char*> cases[] = {{3h, "3 giờ làm việc"},           {3h + 20min + 59s, "3 giờ 20 phút làm việc"}, {45min, "45 phút làm việc"},
                                                                {59s, "chưa đầy 1 phút làm việc"}, {110h, "110 giờ làm việc"}};
  for (const auto& [time, words] : cases) BOOST_TEST(office_time_words(time) == words);
}

BOOST_AUTO_TEST_SUITE_END()
