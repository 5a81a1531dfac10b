// Rules of shared/calendar/due.h: the worked cases of the reference data, and the corners of each sentence.
#include "shared/calendar/due.h"

#include "shared/calendar/explain.h"
#include "tests/unit/calendar/support.h"

using namespace portal::calendar;
namespace base = portal::base;

namespace {

Pause pause(const char* from, const char* to) { return {at(from), *to == '\0' ? std::nullopt : std::optional{at(to)}, "Chờ bổ sung"}; }

struct Case {
  const char* label;
  Rule rule;
  const char* start;
  std::vector<Pause> pauses;
  const char* want;  // text_of()
};

void check(const Calendar& calendar, const std::vector<Case>& cases) {
  for (const Case& c : cases) BOOST_TEST_CONTEXT(c.label) {
      const DutyClock clock{c.rule, at(c.start), c.pauses, {}};
      BOOST_TEST(text_of(due_of(calendar, clock)) == c.want);
    }
}

// 2027 and 2028 entered; Saturday mornings worked.
CalendarData half_data() {
  CalendarData data = plain_data();
  data.weeks.front().weekdays.at(5) = morning();
  data.entered_years = {2027, 2028};
  data.public_holidays.push_back({date("2028-01-01"), "Tết Dương lịch", ""});
  return data;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(due)

BOOST_AUTO_TEST_CASE(D9_3_the_worked_cases_agree_in_moment_days_seconds_and_acts) {
  const auto file = read_cases(reference_text("han_xu_ly_vector.json"));
  BOOST_REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().message));
  BOOST_TEST(file->cases.size() >= 15U);
  for (const DueCase& one : file->cases) BOOST_TEST_CONTEXT(one.label) {
      BOOST_TEST(one.expected.is_given);
      for (const std::string& difference : differences(*file, one)) BOOST_ERROR(difference);
    }
}

BOOST_AUTO_TEST_CASE(working_hours_run_from_the_moment) {
  check(calendar_of(plain_data()), {
      {"11:30, not 13:30", working_hours(4), "2027-03-04 07:30", {}, "2027-03-04 11:30:00"},
      {"a second before closing", working_hours(1), "2027-03-05 17:29:59", {}, "2027-03-08 08:29:59"},
      {"from midnight", working_hours(8), "2027-03-04 00:00", {}, "2027-03-04 17:30:00"},
      {"paused over the start", working_hours(1), "2027-03-04 09:00", {pause("2027-03-04 08:00", "2027-03-04 10:00")}, "2027-03-04 11:00:00"},
      {"a pause outside office hours", working_hours(8), "2027-03-04 07:30", {pause("2027-03-04 11:30", "2027-03-04 13:30")}, "2027-03-04 17:30:00"},
      {"a pause that begins at the due moment", working_hours(2), "2027-03-04 07:30", {pause("2027-03-04 09:30", "")}, "2027-03-04 09:30:00"},
      {"a second earlier it stands", working_hours(2), "2027-03-04 07:30", {pause("2027-03-04 09:29:59", "")}, "paused 1"},
      {"due at closing; a pause at night comes too late", working_hours(8), "2027-03-04 07:30", {pause("2027-03-04 18:00", "")}, "2027-03-04 17:30:00"},
      {"pauses unsorted and overlapping count once", working_hours(8), "2027-03-04 07:30",
       {pause("2027-03-04 10:00", "2027-03-04 11:00"), pause("2027-03-04 08:30", "2027-03-04 10:30"), pause("2027-03-04 09:00", "2027-03-04 09:30")}, "2027-03-05 10:00:00"},
      {"pauses that touch", working_hours(4), "2027-03-04 07:30", {pause("2027-03-04 08:00", "2027-03-04 09:00"), pause("2027-03-04 09:00", "2027-03-04 10:00")}, "2027-03-04 15:30:00"},
      {"an open pause swallows later ones", working_hours(4), "2027-03-04 07:30", {pause("2027-03-04 10:00", "2027-03-04 11:00"), pause("2027-03-04 08:30", "")}, "paused 10800"},
      {"two open pauses: the earlier one", working_hours(4), "2027-03-04 07:30", {pause("2027-03-04 10:00", ""), pause("2027-03-04 09:30", "")}, "paused 7200"},
      {"a closed pause inside an open one", working_hours(4), "2027-03-04 07:30", {pause("2027-03-04 09:30", ""), pause("2027-03-04 08:00", "2027-03-04 08:30")}, "paused 9000"},
      {"paused before it began", working_hours(4), "2027-03-04 07:30", {pause("2027-03-01 08:00", "")}, "paused 14400"},
      {"a pause that was over before", working_hours(4), "2027-03-04 07:30", {pause("2027-03-01 08:00", "2027-03-02 08:00")}, "2027-03-04 11:30:00"},
      {"the last hours of the year", working_hours(8), "2027-12-31 07:30", {}, "2027-12-31 17:30:00"},
      {"a second too late for the year", working_hours(8), "2027-12-31 07:30:01", {}, "calendar_not_entered 2028"},
      {"a pause that ends in a year that is not entered", working_hours(8), "2027-12-31 07:30", {pause("2027-12-31 17:29", "2028-01-03 09:00")}, "calendar_not_entered 2028"},
      {"… and one that ends with the year", working_hours(8), "2027-12-31 07:30", {pause("2027-12-31 17:29", "2028-01-01 00:00")}, "calendar_not_entered 2028"},
      {"… which does not matter after the due moment", working_hours(8), "2027-12-31 07:30", {pause("2027-12-31 17:30", "2028-01-03 09:00")}, "2027-12-31 17:30:00"},
      {"stands on the last evening of the year", working_hours(9), "2027-12-31 07:30", {pause("2027-12-31 20:00", "")}, "paused 3600"},
      {"would stand only in the next year", working_hours(9), "2027-12-31 07:30", {pause("2028-01-02 08:00", "")}, "calendar_not_entered 2028"},
      {"a closed pause leads into the next year before the open one begins there", working_hours(9), "2027-12-31 07:30", {pause("2027-12-31 09:00", "2028-02-01 09:00"), pause("2028-01-05 09:00", "")}, "calendar_not_entered 2028"},
      {"an open pause cuts a longer closed one", working_hours(9), "2027-12-31 07:30", {pause("2027-12-31 09:00", "2028-02-01 09:00"), pause("2027-12-31 10:00", "")}, "paused 27000"},
      {"starts before the entered years", working_hours(4), "2026-12-31 23:59:59", {}, "calendar_not_entered 2026"},
      {"starts in the first second of the entered years", working_hours(4), "2027-01-01 00:00", {}, "2027-01-04 11:30:00"},
      {"starts after the entered years", working_hours(4), "2028-01-01 00:00", {}, "calendar_not_entered 2028"},
  });
}

BOOST_AUTO_TEST_CASE(working_days_are_whole_days_until_a_pause_makes_them_office_time) {
  check(calendar_of(half_data()), {
      {"due on a half-day at its end", working_days(2), "2027-03-11 10:00", {}, "2027-03-13 11:30:00"},
      {"a pause of a half-day's length on a whole day", working_days(2), "2027-03-11 10:00", {pause("2027-03-12 07:30", "2027-03-12 11:30")}, "2027-03-15 11:30:00"},
      {"a pause over the half-day", working_days(2), "2027-03-11 10:00", {pause("2027-03-13 00:00", "2027-03-14 00:00")}, "2027-03-15 11:30:00"},
      {"a pause of an hour on the half-day", working_days(2), "2027-03-11 10:00", {pause("2027-03-13 08:00", "2027-03-13 09:00")}, "2027-03-15 08:30:00"},
      {"a pause from the start day on counts from midnight", working_days(1), "2027-03-08 09:00", {pause("2027-03-08 10:00", "2027-03-09 08:30")}, "2027-03-10 08:30:00"},
      {"a pause at the last second of office hours", working_days(1), "2027-03-08 09:00", {pause("2027-03-09 17:29:59", "2027-03-09 18:00")}, "2027-03-10 07:30:01"},
      {"a pause after closing of the last day", working_days(1), "2027-03-08 09:00", {pause("2027-03-09 17:30", "2027-03-12 17:30")}, "2027-03-09 17:30:00"},
      {"a pause on a Sunday", working_days(3), "2027-03-11 09:00", {pause("2027-03-14 00:00", "2027-03-15 07:30")}, "2027-03-15 17:30:00"},
      {"stands from the start day on", working_days(2), "2027-03-08 09:00", {pause("2027-03-08 10:00", "")}, "paused 57600"},
      {"stands from before the start", working_days(2), "2027-03-08 09:00", {pause("2027-03-01 10:00", "")}, "paused 57600"},
      {"stands on the half-day", working_days(2), "2027-03-11 10:00", {pause("2027-03-13 10:30", "")}, "paused 3600"},
      {"open after the due moment", working_days(2), "2027-03-11 10:00", {pause("2027-03-13 11:30", "")}, "2027-03-13 11:30:00"},
      {"over the year end", working_days(1), "2027-12-31 10:00", {}, "2028-01-03 17:30:00"},
      {"its days reach a year that is not entered, so what it has left is unknown", working_days(5), "2028-12-28 10:00", {pause("2028-12-29 07:30", "")}, "calendar_not_entered 2029"},
      {"its days fit, the pause pushes it over", working_days(2), "2028-12-28 10:00", {pause("2028-12-29 07:30", "2028-12-29 08:30")}, "calendar_not_entered 2029"},
      {"its days fit", working_days(2), "2028-12-28 10:00", {}, "2028-12-30 11:30:00"},
      {"the start day's year counts", working_days(2), "2026-12-31 10:00", {}, "calendar_not_entered 2026"},
  });
}

BOOST_AUTO_TEST_CASE(calendar_days_and_windows_end_with_the_day) {
  CalendarData data = half_data();
  data.make_up_days = {{date("2027-08-01"), "Làm bù", "", morning()}};  // a Sunday
  const Rule mon_fri = window_rule(WindowKind::FirstWeekOfNextMonth, FirstWeek::FirstMonFriWeek);
  const Rule days_1_7 = window_rule(WindowKind::FirstWeekOfNextMonth);
  const Rule quarter = window_rule(WindowKind::First10DaysOfNextQuarter);
  check(calendar_of(data), {
      {"a half-day is a day with office hours", calendar_days(10, true), "2027-07-07 14:00", {}, "2027-07-17 23:59:59"},
      {"a Sunday rolls", calendar_days(11, true), "2027-07-07 14:00", {}, "2027-07-19 23:59:59"},
      {"a worked Sunday does not", calendar_days(1, true), "2027-07-31 14:00", {}, "2027-08-01 23:59:59"},
      {"without rolling a Sunday stays", calendar_days(11, false), "2027-07-07 14:00", {}, "2027-07-18 23:59:59"},
      {"the start's date is Viet Nam's", calendar_days(1, false), "2027-07-08 00:00", {}, "2027-07-09 23:59:59"},
      {"over 29 February", calendar_days(1, false), "2028-02-28 08:00", {}, "2028-02-29 23:59:59"},
      {"last day of the entered years", calendar_days(1, false), "2028-12-30 08:00", {}, "2028-12-31 23:59:59"},
      {"… a Sunday, which rolls into a year that is not", calendar_days(1, true), "2028-12-30 08:00", {}, "calendar_not_entered 2029"},
      {"not rolled, but in a year that is not", calendar_days(2, false), "2028-12-30 08:00", {}, "calendar_not_entered 2029"},
      {"through more than one year", calendar_days(800, false), "2027-01-05 08:00", {}, "calendar_not_entered 2029"},
      {"starts in a year that is not entered", calendar_days(5, false), "2026-12-31 08:00", {}, "calendar_not_entered 2026"},
      {"December's next month is January", days_1_7, "2027-12-15 08:00", {}, "2028-01-07 23:59:59"},
      {"October's next quarter is the next year's", quarter, "2027-10-01 00:00", {}, "2028-01-10 23:59:59"},
      {"a quarter that ends on a Saturday morning's work", quarter, "2027-06-30 23:59:59", {}, "2027-07-10 23:59:59"},
      {"a window in a year that is not entered", quarter, "2028-12-31 23:59:59", {}, "calendar_not_entered 2029"},
      {"first Monday–Friday week: a month that begins on a Monday", mon_fri, "2027-02-15 08:00", {}, "2027-03-05 23:59:59"},
      {"… on a Friday: that one day", mon_fri, "2027-09-15 08:00", {}, "2027-10-01 23:59:59"},
      {"… on a holiday Friday: the next week", mon_fri, "2026-12-15 08:00", {}, "2027-01-08 23:59:59"},
      {"a window asks only for its own days' years", days_1_7, "2026-12-15 08:00", {}, "2027-01-07 23:59:59"},
      {"… and not for those before", days_1_7, "2026-11-15 08:00", {}, "calendar_not_entered 2026"},
  });
}

BOOST_AUTO_TEST_CASE(the_first_week_is_the_first_in_which_somebody_works) {
  CalendarData data = plain_data();
  for (const char* day : {"2027-06-01", "2027-06-02", "2027-06-03", "2027-06-04", "2027-06-11"}) data.days_off.push_back({date(day), "Nghỉ", "", {}});
  data.make_up_days = {{date("2027-06-05"), "Làm bù", "", full_day()}};  // a Saturday is none of those days
  const Rule mon_fri = window_rule(WindowKind::FirstWeekOfNextMonth, FirstWeek::FirstMonFriWeek);
  check(calendar_of(data), {{"a week off is not the first; its Friday off rolls to Monday", mon_fri, "2027-05-20 08:00", {}, "2027-06-14 23:59:59"}});
  for (unsigned day = 1; day <= 30; ++day)
    if (day != 11 && day > 4) data.days_off.push_back({std::chrono::year{2027} / 6 / static_cast<int>(day), "Nghỉ", "", {}});
  check(calendar_of(data), {{"a month without work has none", mon_fri, "2027-05-20 08:00", {}, "no_working_week"}});
}

BOOST_AUTO_TEST_CASE(D9_3e_an_extension_replaces_the_amount) {
  const Calendar calendar = calendar_of(plain_data());
  const struct {
    const char* label;
    std::vector<Pause> pauses;
    int days;
    const char* decided;
    const char* want;
  } cases[] = {
      {"15 to 30", {}, 30, "2027-06-21 10:00", "2027-07-19 17:30:00"},
      {"decided at the due moment", {}, 30, "2027-06-28 17:30", "2027-07-19 17:30:00"},
      {"a second later it is late", {}, 30, "2027-06-28 17:30:01", "extended_too_late"},
      {"a pause moves the moment that it may be decided", {pause("2027-06-10 07:30", "2027-06-10 17:30")}, 30, "2027-06-29 17:30", "2027-07-20 17:30:00"},
      {"a pause in the added days", {pause("2027-07-12 07:30", "2027-07-12 17:30")}, 30, "2027-06-28 17:30", "2027-07-20 17:30:00"},
      {"stands in the added days", {pause("2027-07-12 07:30", "")}, 30, "2027-06-28 17:30", "paused 172800"},
      {"decided while it stands", {pause("2027-06-10 07:30", "")}, 30, "2027-09-28 17:30", "paused 806400"},
      {"into a year that is not entered", {}, 200, "2027-06-21 10:00", "calendar_not_entered 2028"},
      {"shorter", {}, 10, "2027-06-08 10:00", "2027-06-21 17:30:00"},
      {"of nothing", {}, 0, "2027-06-08 10:00", "bad_amount"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      const DutyClock clock{working_days(15), at("2027-06-07 09:00"), c.pauses, Extension{c.days, at(c.decided)}};
      BOOST_TEST(text_of(due_of(calendar, clock)) == c.want);
    }
}

BOOST_AUTO_TEST_CASE(clocks_that_cannot_run_say_why) {
  Rule half_minute = working_hours(0);
  half_minute.office_time = std::chrono::seconds{30};
  check(calendar_of(plain_data()), {
      {"no hours", working_hours(0), "2027-03-04 08:00", {}, "bad_amount"},
      {"less than none", working_days(-1), "2027-03-04 08:00", {}, "bad_amount"},
      {"no days", calendar_days(0, false), "2027-03-04 08:00", {}, "bad_amount"},
      {"too many", working_days(kMaxAmount + 1), "2027-03-04 08:00", {}, "bad_amount"},
      {"parts of an hour run", half_minute, "2027-03-04 08:00", {}, "2027-03-04 08:00:30"},
      {"a pause backwards", working_days(2), "2027-03-04 08:00", {pause("2027-03-05 09:00", "2027-03-05 08:00")}, "bad_pause"},
      {"calendar days do not stop", calendar_days(10, true), "2027-03-04 08:00", {pause("2027-03-05 09:00", "2027-03-08 08:00")}, "not_pausable"},
      {"nor windows", window_rule(WindowKind::First10DaysOfNextQuarter), "2027-03-04 08:00", {pause("2027-03-05 09:00", "")}, "not_pausable"},
      {"a pause of length zero is none", calendar_days(10, false), "2027-03-04 08:00", {pause("2027-03-05 09:00", "2027-03-05 09:00")}, "2027-03-14 23:59:59"},
  });
  DutyClock extended{working_hours(12), at("2027-03-04 08:00"), {}, Extension{30, at("2027-03-04 09:00")}};
  BOOST_TEST(text_of(due_of(calendar_of(plain_data()), extended)) == "not_extendable");
}

BOOST_AUTO_TEST_CASE(a_fraction_of_a_second_is_dropped_on_both_sides) {
  using namespace std::chrono_literals;
  const Calendar calendar = calendar_of(plain_data());
  const DutyClock clock{working_hours(1), at("2027-03-04 08:00") + 999999us, {{at("2027-03-04 08:10") + 5us, at("2027-03-04 08:10") + 900us}}, {}};
  const Due due = due_of(calendar, clock);
  BOOST_TEST(text_of(due) == "2027-03-04 09:00:00");
  BOOST_TEST(is_in_time(*due, at("2027-03-04 09:00") + 999999us));
  BOOST_TEST(!is_in_time(*due, at("2027-03-04 09:00:01")));
}

BOOST_AUTO_TEST_CASE(office_hours_until_midnight_end_on_their_own_day) {
  CalendarData data = plain_data();
  for (DayHours& hours : data.weeks.front().weekdays) hours = {hours_between(0, 24 * 60)};
  const Calendar calendar = calendar_of(data);
  const DutyClock clock{working_days(1), at("2027-03-04 08:00"), {}, {}};
  BOOST_TEST(text_of(due_of(calendar, clock)) == "2027-03-06 00:00:00");
  BOOST_TEST(explain(calendar, clock).days.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_gap_between_entered_years_is_not_jumped) {
  CalendarData data = plain_data();
  data.entered_years = {2027, 2029};
  check(calendar_of(data), {
      {"hours", working_hours(12), "2027-12-31 16:00", {}, "calendar_not_entered 2028"},
      {"days", working_days(3), "2027-12-30 16:00", {}, "calendar_not_entered 2028"},
      {"calendar days", calendar_days(400, false), "2027-12-30 16:00", {}, "calendar_not_entered 2028"},
      {"a pause over the gap", working_hours(12), "2027-12-31 16:00", {pause("2027-12-31 17:00", "2029-01-05 08:00")}, "calendar_not_entered 2028"},
  });
}

BOOST_AUTO_TEST_CASE(words_of_rules_and_errors) {
  for (const Unit unit : {Unit::WorkingHours, Unit::WorkingDays, Unit::CalendarDays, Unit::Window}) BOOST_TEST((parse_unit(key_of(unit)) == unit));
  for (const WindowKind window : {WindowKind::FirstWeekOfNextMonth, WindowKind::First10DaysOfNextQuarter}) BOOST_TEST((parse_window(key_of(window)) == window));
  for (const FirstWeek reading : {FirstWeek::Days1To7, FirstWeek::FirstMonFriWeek}) BOOST_TEST((parse_first_week(key_of(reading)) == reading));
  BOOST_TEST(!parse_unit("hours").has_value());
  BOOST_TEST(describe(working_hours(12)) == "12 giờ làm việc");
  BOOST_TEST(describe(working_days(15)) == "15 ngày làm việc");
  BOOST_TEST(describe(window_rule(WindowKind::First10DaysOfNextQuarter)) == "10 ngày đầu của quý sau");
  BOOST_TEST(message_of({NoDueReason::CalendarNotEntered, 2028, {}}).starts_with("Chưa nhập lịch làm việc năm 2028"));
  BOOST_TEST(message_of({NoDueReason::Paused, 0, std::chrono::hours{110}}) == "Hạn đang tạm dừng; khi tiếp tục còn 110 giờ làm việc.");
}

BOOST_AUTO_TEST_SUITE_END()
