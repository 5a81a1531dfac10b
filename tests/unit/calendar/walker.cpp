#include "tests/unit/calendar/walker.h"

#include <algorithm>

namespace portal::calendar {
namespace {

using namespace std::chrono;

constexpr long kDaySeconds = 86400;

// Seconds of Viet Nam's wall clock since 1970; days likewise.
long wall(base::UtcTime at) { return floor<seconds>(at).time_since_epoch().count() + 7 * 3600; }

base::UtcTime utc(long wall_seconds) { return base::UtcTime{seconds{wall_seconds - 7 * 3600}}; }

base::LocalDate date_of(long day) { return sys_days{days{day}}; }

long day_of(base::LocalDate date) { return sys_days{date}.time_since_epoch().count(); }

bool is_in(const DayHours& hours, long second) {
  return std::any_of(hours.begin(), hours.end(), [&](const OfficeSpan& span) { return second >= span.from.count() && second < span.to.count(); });
}

class Walker {
 public:
  Walker(const CalendarData& data, const DutyClock& clock, int step) : data_(data), clock_(clock), step_(step), start_(wall(clock.start)), start_day_(day_number(start_)) {}

  Walked office_clock() {
    const bool counts_days = clock_.rule.unit == Unit::WorkingDays;
    if (!is_entered(start_day_)) return missing(start_day_, false);
    long total = clock_.rule.office_time.count();
    if (counts_days) {
      total = 0;
      int left = clock_.extension ? clock_.extension->days : clock_.rule.days;
      for (long day = start_day_ + 1; left > 0; ++day) {
        if (!is_entered(day)) return missing(day, false);
        const long open = open_seconds(day);
        total += open;
        if (open > 0) --left;
      }
    }
    long elapsed = 0;
    for (long day = start_day_;; ++day) {
      if (!is_entered(day)) return missing(day, true);
      long given = 0;
      long after_start = 0;
      const bool is_skipped = counts_days && day == start_day_;
      turn_to(day);
      for (long second = opens_; second < closes_ && !is_skipped; second += step_) {
        const long now = day * kDaySeconds + second;
        if (now < start_ || !is_open(day, second)) continue;
        after_start += step_;
        if (is_paused(now)) continue;
        given += step_;
        elapsed += step_;
        if (elapsed < total) continue;
        list(day, true, kind(day), given);
        answer_.due = utc(now + step_);
        return answer_;
      }
      if (is_skipped) {
        list(day, false, "start_day", 0);
      } else if (open_seconds(day) == 0) {
        list(day, false, kind(day), 0);
      } else if (given > 0) {
        list(day, true, kind(day), given);
      } else {
        list(day, false, after_start == 0 ? "outside_office_hours" : "paused", 0);
      }
      for (const Pause& pause : clock_.pauses)
        if (!pause.to && wall(pause.from) < (day + 1) * kDaySeconds) {
          answer_.error = "paused";
          answer_.remaining = total - elapsed;
          return answer_;
        }
    }
  }

  Walked calendar_days() {
    for (long day = start_day_; day <= start_day_ + clock_.rule.days; ++day) {
      if (!is_entered(day)) return missing(day, true);
      list(day, day != start_day_, day == start_day_ ? "start_day" : "calendar_day", 0);
    }
    return roll(start_day_ + clock_.rule.days);
  }

  Walked window() {
    const base::LocalDate start = date_of(start_day_);
    int year = int{start.year()};
    unsigned month = unsigned{start.month()};
    long last_of_window = 0;
    do {
      month = month % 12 + 1;
      if (month == 1) ++year;
    } while (clock_.rule.window == WindowKind::First10DaysOfNextQuarter && month % 3 != 1);
    const long first = day_of(std::chrono::year{year} / static_cast<int>(month) / 1);
    long first_of_window = first;
    if (clock_.rule.window == WindowKind::First10DaysOfNextQuarter) {
      last_of_window = first + 9;
    } else if (clock_.rule.first_week == FirstWeek::Days1To7) {
      last_of_window = first + 6;
    } else {
      // Week by week from the Monday on or before the 1st.
      long monday = first;
      while (weekday(monday) != 0) --monday;
      bool is_found = false;
      for (; !is_found; monday += 7) {
        if (monday > first && date_of(monday).month() != date_of(first).month()) return refused("no_working_week");
        for (long day = std::max(monday, first); day < monday + 5; ++day) {
          if (date_of(day).month() != date_of(first).month()) continue;
          if (!is_entered(day)) return missing(day, false);
          is_found = is_found || open_seconds(day) > 0;
        }
        if (is_found) {
          first_of_window = std::max(monday, first);
          last_of_window = monday + 4;
        }
      }
    }
    for (long day = first; day <= last_of_window; ++day) {
      if (!is_entered(day)) return missing(day, false);
      if (day >= first_of_window) list(day, true, "window_day", 0);
      else list(day, false, open_seconds(day) > 0 ? "before_window" : kind(day), 0);
    }
    return roll(last_of_window);
  }

 private:
  static long day_number(long wall_seconds) { return (wall_seconds >= 0 ? wall_seconds : wall_seconds - kDaySeconds + 1) / kDaySeconds; }

  static unsigned weekday(long day) { return static_cast<unsigned>(((day + 3) % 7 + 7) % 7); }  // 01/01/1970 was a Thursday

  bool is_entered(long day) const {
    const int year = int{date_of(day).year()};
    return std::count(data_.entered_years.begin(), data_.entered_years.end(), year) > 0;
  }

  // The rows of the day that was asked for last.
  void turn_to(long day) {
    if (day == turned_to_) return;
    turned_to_ = day;
    const base::LocalDate date = date_of(day);
    hours_.clear();
    closed_.clear();
    for (const WeekHours& week : data_.weeks)
      if ((!week.valid_from || day_of(*week.valid_from) <= day) && (!week.valid_to || day <= day_of(*week.valid_to))) hours_ = week.weekdays.at(weekday(day));
    const bool is_worked = !hours_.empty();
    kind_ = is_worked ? "working_day" : "weekly_day_off";
    for (const DayOff& off : data_.days_off) {
      if (off.date != date) continue;
      closed_ = off.closed;
      if (off.closed.empty()) {
        hours_.clear();
        kind_ = "day_off";
      }
    }
    for (const PublicHoliday& holiday : data_.public_holidays)
      if (holiday.date == date) {
        hours_.clear();
        kind_ = "public_holiday";
      }
    for (const MakeUpDay& make_up : data_.make_up_days)
      if (make_up.date == date) {
        hours_ = make_up.hours;
        closed_.clear();
        kind_ = "make_up_day";
      }
    open_ = 0;
    opens_ = hours_.empty() ? 0 : hours_.front().from.count();
    closes_ = hours_.empty() ? 0 : hours_.back().to.count();
    for (long second = opens_; second < closes_; second += step_)
      if (is_in(hours_, second) && !is_in(closed_, second)) open_ += step_;
    if (kind_ == "working_day" && open_ == 0) kind_ = "day_off";
  }

  bool is_open(long day, long second) {
    turn_to(day);
    return is_in(hours_, second) && !is_in(closed_, second);
  }

  long open_seconds(long day) {
    turn_to(day);
    return open_;
  }

  std::string kind(long day) {
    turn_to(day);
    return kind_;
  }

  bool is_paused(long now) const {
    return std::any_of(clock_.pauses.begin(), clock_.pauses.end(), [&](const Pause& pause) { return wall(pause.from) <= now && (!pause.to || now < wall(*pause.to)); });
  }

  void list(long day, bool is_counted, std::string reason, long office_seconds) { answer_.days.push_back({date_of(day), is_counted, std::move(reason), office_seconds}); }

  Walked missing(long day, bool is_listed) {
    answer_.error = "calendar_not_entered";
    answer_.missing_year = int{date_of(day).year()};
    answer_.is_listed = is_listed;
    return answer_;
  }

  Walked refused(const char* error) {
    answer_.error = error;
    answer_.is_listed = false;
    return answer_;
  }

  Walked roll(long last) {
    long due = last;
    while (clock_.rule.roll_forward && open_seconds(due) == 0) {
      ++due;
      if (!is_entered(due)) return missing(due, true);
      list(due, false, open_seconds(due) > 0 ? "roll_forward" : kind(due), 0);
    }
    answer_.due = utc(due * kDaySeconds + kDaySeconds - 1);
    return answer_;
  }

  const CalendarData& data_;
  const DutyClock& clock_;
  long step_;
  long start_;
  long start_day_;
  Walked answer_;
  long turned_to_ = -1;
  DayHours hours_;
  DayHours closed_;
  std::string kind_;
  long open_ = 0;    // seconds
  long opens_ = 0;   // first and last second of the day's hours, to pass over the night
  long closes_ = 0;
};

}  // namespace

Walked walk(const CalendarData& data, const DutyClock& clock, int step) {
  Walker walker{data, clock, step};
  if (clock.rule.unit == Unit::CalendarDays) return walker.calendar_days();
  if (clock.rule.unit == Unit::Window) return walker.window();
  if (clock.extension) {
    DutyClock original = clock;
    original.extension.reset();
    const Walked before = walk(data, original, step);
    if (before.due && wall(clock.extension->decided_at) > wall(*before.due)) {
      Walked late;
      late.error = "extended_too_late";
      late.is_listed = false;
      return late;
    }
  }
  return walker.office_clock();
}

}  // namespace portal::calendar
