// Property: on random calendars and clocks, due_of() and explain() say what a slow walk through every second says.
#include "tests/unit/calendar/walker.h"

#include <random>

#include "shared/calendar/explain.h"
#include "tests/unit/calendar/support.h"

using namespace portal::calendar;
namespace base = portal::base;
using namespace std::chrono;

namespace {

// Random calendars and clocks on multiples of `step` seconds, the same on every machine.
class Dice {
 public:
  Dice(unsigned seed, int step) : random_(seed), step_(step) {}

  // 0 … below - 1
  int roll(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  bool chance(int percent) { return roll(100) < percent; }

  DayHours hours() {
    DayHours out;
    long at = on_step(6 * 3600 + roll(3 * 3600));
    for (int spans = 1 + roll(3); spans > 0 && at < 20 * 3600; --spans) {
      const long end = std::min(86400L, at + on_step(step_ + roll(5 * 3600)));
      if (end <= at) break;
      out.push_back({seconds{at}, seconds{end}});
      at = end + (chance(20) ? 0 : on_step(roll(3 * 3600)));  // some spans touch
    }
    if (chance(3)) out = {{0s, 24h}};
    return out;
  }

  CalendarData calendar() {
    CalendarData data;
    data.id = "R";
    const int first = 2026 + roll(3);
    data.entered_years = {first};
    if (chance(60)) data.entered_years.push_back(first + 1);
    if (chance(15)) data.entered_years.push_back(first + 3);
    first_day_ = sys_days{year{first} / January / 1d};
    day_count_ = 365 * static_cast<int>(std::min<std::size_t>(2, data.entered_years.size()));
    WeekHours week = this->week();
    if (chance(30)) {
      const sys_days change = any_day();
      WeekHours later = this->week();
      week.valid_to = change - days{1};
      later.valid_from = change;
      data.weeks.push_back(later);
    }
    data.weeks.push_back(week);
    for (int i = roll(40); i > 0; --i) data.public_holidays.push_back({any_day(), "lễ", ""});
    for (int i = roll(15); i > 0; --i) {
      const sys_days from = any_day();
      for (int length = 1 + roll(8); length > 0; --length) data.days_off.push_back({from + days{length}, "nghỉ", "", {}});
    }
    for (int i = roll(10); i > 0; --i) {
      const DayOff half{any_day(), "nửa ngày", "", hours()};
      bool is_known = false;
      for (const DayOff& off : data.days_off) is_known = is_known || off.date == half.date;
      if (!is_known) data.days_off.push_back(half);
    }
    for (int i = roll(10); i > 0; --i) {
      const MakeUpDay make_up{any_day(), "bù", "", hours()};
      bool is_known = false;
      for (const MakeUpDay& other : data.make_up_days) is_known = is_known || other.date == make_up.date;
      if (!is_known) data.make_up_days.push_back(make_up);
    }
    return data;
  }

  DutyClock clock(bool short_amounts) {
    DutyClock clock;
    clock.start = moment(first_day_ - days{2} + days{roll(day_count_ + 4)});
    if (chance(15)) clock.start = moment(first_day_ + days{364 - roll(12)});  // near a year's end
    Rule& rule = clock.rule;
    rule.roll_forward = chance(60);
    switch (roll(short_amounts ? 2 : 4)) {
      case 0:
        rule.unit = Unit::WorkingHours;
        rule.office_time = seconds{on_step(step_ + roll(short_amounts ? 20 * 3600 : 60 * 3600))};
        break;
      case 1:
        rule.unit = Unit::WorkingDays;
        rule.days = 1 + roll(short_amounts ? 4 : 18);
        break;
      case 2:
        rule.unit = Unit::CalendarDays;
        rule.days = 1 + roll(40);
        break;
      default:
        rule.unit = Unit::Window;
        rule.window = chance(70) ? WindowKind::FirstWeekOfNextMonth : WindowKind::First10DaysOfNextQuarter;
        rule.first_week = chance(70) ? FirstWeek::FirstMonFriWeek : FirstWeek::Days1To7;
    }
    if (rule.unit == Unit::WorkingDays && chance(20)) clock.extension = Extension{1 + roll(25), clock.start + seconds{on_step(roll(12 * 86400))}};
    if (rule.unit == Unit::WorkingDays || rule.unit == Unit::WorkingHours) add_pauses(clock);
    return clock;
  }

 private:
  long on_step(long value) const { return std::max<long>(0, value / step_ * step_); }

  sys_days any_day() { return first_day_ + days{roll(day_count_)}; }

  // At any second of the day, often at an edge.
  base::UtcTime moment(sys_days day) {
    constexpr std::array<int, 6> kEdges{0, 450, 690, 810, 1050, 1439};
    const long second = chance(40) ? 60L * kEdges.at(static_cast<std::size_t>(roll(6))) : on_step(roll(86400));
    return base::start_of(day) + seconds{second};
  }

  WeekHours week() {
    WeekHours week;
    const DayHours usual = hours();
    for (std::size_t weekday = 0; weekday < 7; ++weekday)
      if (weekday < 5 ? !chance(4) : chance(weekday == 5 ? 40 : 10)) week.weekdays.at(weekday) = chance(75) ? usual : hours();
    return week;
  }

  void add_pauses(DutyClock& clock) {
    const sys_days start = floor<days>(clock.start + base::kVietnamOffset);
    for (int i = chance(60) ? roll(5) : 0; i > 0; --i) {
      Pause pause{moment(start - days{2} + days{roll(25)}), {}};
      if (!chance(12)) pause.to = pause.from + seconds{on_step(chance(50) ? roll(8 * 3600) : roll(6 * 86400))};
      clock.pauses.push_back(pause);
    }
  }

  std::mt19937 random_;
  int step_;
  sys_days first_day_;
  int day_count_ = 365;
};

std::string text_of(const Walked& walked) {
  if (walked.due) return text_of(Due{*walked.due});
  return walked.error + (walked.missing_year != 0 ? " " + std::to_string(walked.missing_year) : "") + (walked.remaining != 0 ? " " + std::to_string(walked.remaining) : "");
}

std::string lines_of(const Walked& walked) {
  std::string lines;
  for (const WalkedDay& day : walked.days)
    lines += date_key(day.date) + (day.is_counted ? " + " : " - ") + day.reason + " " + std::to_string(day.office_seconds) + "\n";
  return lines;
}

std::string lines_of(const Explanation& explanation) {
  std::string lines;
  for (const ExplainedDay& day : explanation.days)
    lines += date_key(day.date) + (day.is_counted ? " + " : " - ") + std::string{key_of(day.reason)} + " " + std::to_string(day.office_time.count()) + "\n";
  return lines;
}

std::string words_of(const DutyClock& clock) {
  std::string words = std::string{key_of(clock.rule.unit)} + " " + std::to_string(clock.rule.office_time.count()) + " s " + std::to_string(clock.rule.days) + " d from " +
                      base::format_iso(clock.start);
  for (const Pause& pause : clock.pauses) words += ", pause " + base::format_iso(pause.from) + " to " + (pause.to ? base::format_iso(*pause.to) : "open");
  if (clock.extension) words += ", extended to " + std::to_string(clock.extension->days) + " at " + base::format_iso(clock.extension->decided_at);
  return words;
}

struct Tally {
  int due = 0;
  int paused = 0;
  int not_entered = 0;
};

Tally compare(unsigned seed, int step, int calendars, int clocks, bool short_amounts) {
  Dice dice{seed, step};
  Tally tally;
  for (int i = 0; i < calendars; ++i) {
    const CalendarData data = dice.calendar();
    const Calendar calendar = calendar_of(data);
    for (int j = 0; j < clocks; ++j) {
      const DutyClock clock = dice.clock(short_amounts);
      const Walked slow = walk(data, clock, step);
      const Explanation fast = explain(calendar, clock);
      const bool agrees = text_of(fast.due) == text_of(slow) && (!slow.is_listed || lines_of(fast) == lines_of(slow));
      if (!agrees)
        BOOST_ERROR("calendar " << i << ", clock " << j << ": " << words_of(clock) << "\nfast " << text_of(fast.due) << "\n" << lines_of(fast) << "slow " << text_of(slow) << "\n" << lines_of(slow));
      tally.due += slow.due ? 1 : 0;
      tally.paused += slow.error == "paused" ? 1 : 0;
      tally.not_entered += slow.error == "calendar_not_entered" ? 1 : 0;
    }
  }
  return tally;
}

// The seed is fixed; PORTAL_WALKER_SEED tries other calendars by hand.
unsigned seed_or(unsigned usual) {
  const char* given = std::getenv("PORTAL_WALKER_SEED");
  return given == nullptr ? usual : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(walker)

BOOST_AUTO_TEST_CASE(the_fast_answer_is_the_slow_one_by_minutes) {
  const Tally tally = compare(seed_or(2027), 60, 150, 20, false);
  BOOST_TEST_MESSAGE("minute by minute: " << tally.due << " due, " << tally.paused << " paused, " << tally.not_entered << " not entered");
  BOOST_TEST(tally.due > 1500);
  BOOST_TEST(tally.paused > 60);
  BOOST_TEST(tally.not_entered > 100);
}

BOOST_AUTO_TEST_CASE(the_fast_answer_is_the_slow_one_by_seconds) {
  const Tally tally = compare(seed_or(30), 1, 15, 8, true);
  BOOST_TEST_MESSAGE("second by second: " << tally.due << " due, " << tally.paused << " paused, " << tally.not_entered << " not entered");
  BOOST_TEST(tally.due > 60);
}

BOOST_AUTO_TEST_SUITE_END()
