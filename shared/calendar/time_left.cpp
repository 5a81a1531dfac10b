#include "shared/calendar/time_left.h"

#include <algorithm>

#include "shared/calendar/explain.h"

namespace portal::calendar {
namespace {

using namespace std::chrono;

constexpr seconds kHoursAreShownUpTo = 24h;  // of office time; for clocks of working hours

// Whole hours, or minutes below one hour.
std::string rough_words(seconds office_time) {
  const auto whole_hours = duration_cast<hours>(office_time);
  return whole_hours.count() > 0 ? office_time_words(whole_hours) : office_time_words(office_time);
}

base::LocalDate day_after(base::LocalDate date) { return sys_days{date} + days{1}; }

// Working days after `from` up to `to`, both dates entered.
std::int64_t working_days_after(const Calendar& calendar, base::LocalDate from, base::LocalDate to) {
  return std::max<std::int64_t>(0, calendar.working_days_before(day_after(to)) - calendar.working_days_before(day_after(from)));
}

bool speaks_of_hours(const DutyClock& clock, const TimeLeft& left) {
  if (left.working_days == 0) return true;
  return clock.rule.unit == Unit::WorkingHours && left.office_time <= kHoursAreShownUpTo;
}

std::string amount_words(const DutyClock& clock, const TimeLeft& left) {
  return speaks_of_hours(clock, left) ? rough_words(left.office_time) : std::to_string(left.working_days) + " ngày làm việc";
}

std::string words_of(const DutyClock& clock, const TimeLeft& left) {
  const bool has_amount = left.office_time > 0s || left.working_days > 0;
  if (left.is_overdue) return has_amount ? "quá hạn " + amount_words(clock, left) : "vừa quá hạn, đang ngoài giờ làm việc";
  if (!has_amount) return "không còn giờ làm việc nào trước hạn";
  return (left.is_paused ? "tạm dừng, còn " : "còn ") + amount_words(clock, left);
}

// A clock that stands without an end: what it has left does not depend on `now`. Days are the clock's own usual ones.
TimeLeft standing(const Calendar& calendar, const DutyClock& clock, seconds remaining) {
  TimeLeft left;
  left.is_paused = true;
  left.office_time = remaining;
  if (clock.rule.unit == Unit::WorkingDays) {
    // Whole days as the agency works them from the day after the start on.
    const std::int64_t first = calendar.working_days_before(day_after(base::local_date(clock.start)));
    seconds rest = remaining;
    for (std::int64_t index = first;; ++index) {
      const auto date = calendar.working_day(index);
      if (!date || calendar.day(*date).office_time > rest) break;
      rest -= calendar.day(*date).office_time;
      ++left.working_days;
    }
  }
  left.words = words_of(clock, left);
  return left;
}

}  // namespace

TimeLeft time_left(const Calendar& calendar, const DutyClock& clock, const Due& due, base::UtcTime now) {
  if (!due) {
    if (due.error().reason == NoDueReason::Paused) return standing(calendar, clock, due.error().remaining);
    TimeLeft left;
    left.is_known = false;
    left.words = "chưa tính được hạn";
    return left;
  }
  const base::UtcTime start_day = base::start_of(base::local_date(clock.start));
  // The start day of days is not counted, so before it ends nothing has gone by.
  const base::UtcTime begin = clock.rule.unit == Unit::WorkingHours ? base::UtcTime{floor<seconds>(clock.start)} : start_day + 24h;
  const std::vector<Pause> pauses = joined_pauses(clock.pauses);
  TimeLeft left;
  left.is_overdue = !is_in_time(*due, now);
  const base::UtcTime from = left.is_overdue ? *due : std::min(std::max(base::UtcTime{floor<seconds>(now)}, begin), *due);
  const base::UtcTime to = left.is_overdue ? base::UtcTime{floor<seconds>(now)} : *due;
  if (calendar.first_missing_year(base::local_date(from), base::local_date(to))) {
    left.is_known = false;
    left.words = left.is_overdue ? "quá hạn" : "chưa tính được thời gian còn lại";
    return left;
  }
  left.office_time = office_time_between(calendar, from, to, left.is_overdue ? std::vector<Pause>{} : pauses);
  const base::LocalDate today = left.is_overdue ? base::local_date(*due) : base::local_date(std::min(std::max(now, start_day), *due));
  left.working_days = working_days_after(calendar, today, base::local_date(to));
  left.is_paused = !left.is_overdue && std::any_of(pauses.begin(), pauses.end(), [&](const Pause& p) { return p.from <= now && (!p.to || now < *p.to); });
  left.words = words_of(clock, left);
  return left;
}

std::string office_time_words(seconds office_time) {
  const auto whole_hours = duration_cast<hours>(office_time).count();
  const auto whole_minutes = duration_cast<minutes>(office_time % hours{1}).count();
  if (whole_hours == 0 && whole_minutes == 0) return "chưa đầy 1 phút làm việc";
  std::string words;
  if (whole_hours > 0) words = std::to_string(whole_hours) + " giờ ";
  if (whole_minutes > 0) words += std::to_string(whole_minutes) + " phút ";
  return words + "làm việc";
}

}  // namespace portal::calendar
