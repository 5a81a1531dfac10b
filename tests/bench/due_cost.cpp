// What one deadline costs: the median nanoseconds of due_of() and explain() over a calendar of twenty years, for each unit. Prints a table; asserts nothing.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "shared/calendar/explain.h"

using namespace portal::calendar;
using namespace std::chrono;
namespace base = portal::base;

namespace {

Calendar twenty_years() {
  CalendarData data;
  data.id = "bench";
  WeekHours week;
  for (std::size_t weekday = 0; weekday < 5; ++weekday) week.weekdays.at(weekday) = {{450min, 690min}, {810min, 1050min}};
  data.weeks.push_back(week);
  for (int year = 2020; year < 2040; ++year) {
    data.entered_years.push_back(year);
    for (int day = 1; day <= 12; ++day) data.public_holidays.push_back({std::chrono::year{year} / day / 15, "lễ", ""});
  }
  return Calendar::make(std::move(data)).value();
}

// Starts spread over the twenty years but the last, at all hours.
std::vector<DutyClock> clocks_of(const Rule& rule, std::size_t pauses) {
  std::vector<DutyClock> clocks;
  const base::UtcTime first = base::start_of(2020y / January / 1d);
  for (int i = 0; i < 1000; ++i) {
    DutyClock clock{rule, first + hours{163 * i} + minutes{i % 60}, {}, {}};
    for (std::size_t p = 0; p < pauses; ++p) {
      const base::UtcTime from = clock.start + days{1 + 2 * p} + 90min;
      clock.pauses.push_back({from, from + 5h, ""});
    }
    clocks.push_back(std::move(clock));
  }
  return clocks;
}

template <typename Work>
long median_ns(const std::vector<DutyClock>& clocks, const Work& work) {
  constexpr int kRounds = 21;
  std::vector<long> each;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = steady_clock::now();
    for (const DutyClock& clock : clocks) work(clock);
    each.push_back(static_cast<long>(duration_cast<nanoseconds>(steady_clock::now() - begin).count()) / static_cast<long>(clocks.size()));
  }
  std::nth_element(each.begin(), each.begin() + kRounds / 2, each.end());
  return each[kRounds / 2];
}

}  // namespace

int main() {
  const Calendar calendar = twenty_years();
  Rule hours_rule;
  hours_rule.unit = Unit::WorkingHours;
  hours_rule.office_time = 12h;
  Rule days_rule;
  days_rule.unit = Unit::WorkingDays;
  days_rule.days = 15;
  Rule calendar_rule;
  calendar_rule.unit = Unit::CalendarDays;
  calendar_rule.days = 15;
  calendar_rule.roll_forward = true;
  Rule window;
  window.unit = Unit::Window;
  window.first_week = FirstWeek::FirstMonFriWeek;
  window.roll_forward = true;
  const struct {
    const char* name;
    std::vector<DutyClock> clocks;
  } cases[] = {
      {"working_hours 12", clocks_of(hours_rule, 0)},      {"working_hours 12, 4 pauses", clocks_of(hours_rule, 4)},
      {"working_days 15", clocks_of(days_rule, 0)},        {"working_days 15, 4 pauses", clocks_of(days_rule, 4)},
      {"calendar_days 15", clocks_of(calendar_rule, 0)},   {"window first_mon_fri_week", clocks_of(window, 0)},
  };
  long unanswered = 0;
  std::printf("%-30s %12s %16s\n", "clock", "due, ns", "with days, ns");
  for (const auto& c : cases) {
    const long due = median_ns(c.clocks, [&](const DutyClock& clock) { unanswered += due_of(calendar, clock) ? 0 : 1; });
    const long whole = median_ns(c.clocks, [&](const DutyClock& clock) { unanswered += explain(calendar, clock).due ? 0 : 1; });
    std::printf("%-30s %12ld %16ld\n", c.name, due, whole);
  }
  return unanswered == 0 ? 0 : 1;
}
