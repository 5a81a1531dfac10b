#include "shared/calendar/due.h"

#include <algorithm>

namespace portal::calendar {
namespace {

using namespace std::chrono;

tl::unexpected<NoDue> none(NoDueReason reason) { return tl::unexpected<NoDue>(NoDue{reason, 0, {}}); }

tl::unexpected<NoDue> missing(int year) { return tl::unexpected<NoDue>(NoDue{NoDueReason::CalendarNotEntered, year, {}}); }

base::UtcTime end_of_day(base::LocalDate date) { return base::start_of(date) + 24h - 1s; }

base::LocalDate day_after(base::LocalDate date, int count = 1) { return sys_days{date} + days{count}; }

// What is wrong with the clock itself, whatever the calendar.
std::optional<NoDueReason> fault_of(const DutyClock& clock) {
  const Rule& rule = clock.rule;
  const bool counts_days = rule.unit == Unit::WorkingDays || rule.unit == Unit::CalendarDays;
  if (rule.unit == Unit::WorkingHours && (rule.office_time < 1s || rule.office_time > hours{kMaxAmount})) return NoDueReason::BadAmount;
  if (counts_days && (rule.days < 1 || rule.days > kMaxAmount)) return NoDueReason::BadAmount;
  for (const Pause& pause : clock.pauses)
    if (pause.to && *pause.to < pause.from) return NoDueReason::BadPause;
  if (rule.unit == Unit::CalendarDays || rule.unit == Unit::Window)
    for (const Pause& pause : clock.pauses)
      if (!pause.to || *pause.to > pause.from) return NoDueReason::NotPausable;
  if (clock.extension) {
    if (rule.unit != Unit::WorkingDays) return NoDueReason::NotExtendable;
    if (clock.extension->days < 1 || clock.extension->days > kMaxAmount) return NoDueReason::BadAmount;
  }
  return {};
}

// The moment at which `total` office time outside `pauses` has gone by since `begin`. `pauses` are joined and in order.
Due run(const Calendar& calendar, base::UtcTime begin, seconds total, const std::vector<Pause>& pauses, base::LocalDate start_day) {
  const base::LocalDate last_day = calendar.last_entered_after(start_day);
  const base::UtcTime limit = base::start_of(day_after(last_day));  // behind it nothing may be counted or skipped
  const auto not_entered = [&] { return missing(int{last_day.year()} + 1); };
  seconds target = calendar.office_time_until(begin) + total;  // the sum at which the clock runs out; a pause moves it on
  for (const Pause& pause : pauses) {
    if (pause.to && *pause.to <= begin) continue;
    const base::UtcTime from = std::max(pause.from, begin);
    const seconds reached = calendar.office_time_until(from);
    if (from >= limit || target <= reached) break;  // due before this pause begins
    if (!pause.to) return tl::unexpected<NoDue>(NoDue{NoDueReason::Paused, 0, target - reached});
    if (*pause.to >= limit) return not_entered();
    target += calendar.office_time_until(*pause.to) - reached;
  }
  if (target > calendar.office_time_until(limit)) return not_entered();
  return calendar.moment_of(target);
}

Due working_hours(const Calendar& calendar, const DutyClock& clock, const std::vector<Pause>& pauses) {
  const base::UtcTime start = floor<seconds>(clock.start);
  const base::LocalDate start_day = base::local_date(start);
  if (const auto year = calendar.first_missing_year(start_day, start_day)) return missing(*year);
  return run(calendar, start, clock.rule.office_time, pauses, start_day);
}

Due working_days(const Calendar& calendar, const DutyClock& clock, int count, const std::vector<Pause>& pauses) {
  const base::LocalDate start_day = base::local_date(clock.start);
  if (const auto year = calendar.first_missing_year(start_day, start_day)) return missing(*year);
  const base::LocalDate next_day = day_after(start_day);
  const base::LocalDate last_entered = calendar.last_entered_after(start_day);
  const auto last = calendar.working_day(calendar.working_days_before(next_day) + count - 1);
  if (!last || *last > last_entered) return missing(int{last_entered.year()} + 1);
  const base::UtcTime begin = base::start_of(next_day);
  const seconds total = calendar.office_time_until(base::start_of(day_after(*last))) - calendar.office_time_until(begin);
  return run(calendar, begin, total, pauses, start_day);
}

// 23:59:59 of `last`, or of the next day with office hours. `first` is the first date that the clock lists.
Due end_of(const Calendar& calendar, base::LocalDate first, base::LocalDate last, bool roll_forward) {
  if (const auto year = calendar.first_missing_year(first, last)) return missing(*year);
  if (!roll_forward) return end_of_day(last);
  const auto working = calendar.working_day_from(last);
  const base::LocalDate last_entered = calendar.last_entered_after(last);
  if (!working || *working > last_entered) return missing(int{last_entered.year()} + 1);
  return end_of_day(*working);
}

Due calendar_days(const Calendar& calendar, const DutyClock& clock) {
  const base::LocalDate start_day = base::local_date(clock.start);
  return end_of(calendar, start_day, day_after(start_day, clock.rule.days), clock.rule.roll_forward);
}

Due window(const Calendar& calendar, const DutyClock& clock) {
  const auto range = window_of(calendar, clock.rule, clock.start);
  if (!range) return tl::unexpected<NoDue>(range.error());
  const base::LocalDate first_of_month = range->first.year() / range->first.month() / 1d;
  return end_of(calendar, first_of_month, range->last, clock.rule.roll_forward);
}

Due extended(const Calendar& calendar, const DutyClock& clock, const std::vector<Pause>& pauses) {
  // Only a due moment that is known can have passed: a clock that stands or reaches an unentered year is extended without question.
  const Due replaced = working_days(calendar, clock, clock.rule.days, pauses);
  if (replaced && !is_in_time(*replaced, clock.extension->decided_at)) return none(NoDueReason::ExtendedTooLate);
  return working_days(calendar, clock, clock.extension->days, pauses);
}

}  // namespace

Due due_of(const Calendar& calendar, const DutyClock& clock) {
  if (const auto fault = fault_of(clock)) return none(*fault);
  const std::vector<Pause> pauses = joined_pauses(clock.pauses);
  switch (clock.rule.unit) {
    case Unit::WorkingHours: return working_hours(calendar, clock, pauses);
    case Unit::WorkingDays: return clock.extension ? extended(calendar, clock, pauses) : working_days(calendar, clock, clock.rule.days, pauses);
    case Unit::CalendarDays: return calendar_days(calendar, clock);
    case Unit::Window: return window(calendar, clock);
  }
  return none(NoDueReason::BadAmount);
}

bool is_in_time(base::UtcTime due, base::UtcTime act) { return floor<seconds>(act) <= due; }

std::vector<Pause> joined_pauses(const std::vector<Pause>& pauses) {
  std::optional<Pause> open;  // the first that has no end: from there on nothing else matters
  for (const Pause& pause : pauses)
    if (!pause.to && (!open || pause.from < open->from)) open = pause;
  if (open) open->from = floor<seconds>(open->from);
  std::vector<Pause> closed;
  for (Pause pause : pauses) {
    if (!pause.to) continue;
    pause.from = floor<seconds>(pause.from);
    pause.to = floor<seconds>(open ? std::min(*pause.to, open->from) : *pause.to);
    if (pause.from < *pause.to) closed.push_back(std::move(pause));
  }
  std::stable_sort(closed.begin(), closed.end(), [](const Pause& a, const Pause& b) { return a.from < b.from; });
  std::vector<Pause> joined;
  for (Pause& pause : closed) {
    if (joined.empty() || pause.from > *joined.back().to) {
      joined.push_back(std::move(pause));
      continue;
    }
    Pause& last = joined.back();
    last.to = std::max(*last.to, *pause.to);
    if (last.ground.find(pause.ground) == std::string::npos) last.ground += (last.ground.empty() ? "" : "; ") + pause.ground;
  }
  if (open) joined.push_back(*std::move(open));
  return joined;
}

tl::expected<DayRange, NoDue> window_of(const Calendar& calendar, const Rule& rule, base::UtcTime start) {
  const base::LocalDate start_day = base::local_date(start);
  if (rule.window == WindowKind::First10DaysOfNextQuarter) {
    const unsigned quarter_month = (unsigned{start_day.month()} - 1) / 3 * 3 + 1;
    const year_month first = start_day.year() / month{quarter_month} + months{3};
    return DayRange{first / 1d, first / 10d};
  }
  const year_month next = start_day.year() / start_day.month() + months{1};
  if (rule.first_week == FirstWeek::Days1To7) return DayRange{next / 1d, next / 7d};
  // The first Monday–Friday day of the month on which the agency works decides the week.
  const base::LocalDate first_of_month = next / 1d;
  if (const auto year = calendar.first_missing_year(first_of_month, first_of_month)) return missing(*year);
  for (base::LocalDate date = first_of_month; date.month() == next.month(); date = day_after(date)) {
    const unsigned weekday = weekday_of(date);
    if (weekday > 4 || calendar.day(date).hours.empty()) continue;
    const sys_days monday = sys_days{date} - days{weekday};
    return DayRange{std::max(base::LocalDate{monday}, first_of_month), monday + days{4}};
  }
  return none(NoDueReason::NoWorkingWeek);
}

}  // namespace portal::calendar
