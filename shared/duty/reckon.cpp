#include "shared/duty/reckon.h"

#include <stdexcept>

namespace portal::duty {
namespace {

std::optional<base::UtcTime> warning(const calendar::Calendar& calendar, base::UtcTime started, base::UtcTime due, std::chrono::minutes before) {
  if (before.count() == 0) return {};
  const auto office = calendar.office_time_until(due) - before;
  if (office <= calendar.office_time_until(started)) return started;
  return std::max(started, calendar.moment_of(office));
}

}  // namespace

calendar::Rule rule_of(const Duty& duty, const std::optional<unsigned>& amount) {
  const auto unit = calendar::parse_unit(duty.unit);
  if (!unit) throw std::runtime_error(duty.code + ": unknown unit " + duty.unit);
  calendar::Rule rule;
  rule.unit = *unit;
  const unsigned length = amount.value_or(duty.amount.value_or(0));
  if (rule.unit == calendar::Unit::WorkingHours) rule.office_time = std::chrono::hours{length};
  rule.days = static_cast<int>(length);
  rule.roll_forward = duty.roll_forward;
  if (rule.unit != calendar::Unit::Window) return rule;
  const auto window = calendar::parse_window(duty.window_kind);
  if (!window) throw std::runtime_error(duty.code + ": unknown window " + duty.window_kind);
  rule.window = *window;
  if (const auto reading = calendar::parse_first_week(duty.first_week)) rule.first_week = *reading;
  return rule;
}

calendar::DutyClock duty_clock_of(const Duty& duty, base::UtcTime started, const std::optional<unsigned>& amount, const std::vector<Pause>& pauses) {
  // An extension is the longer amount from the same start; that it came in time was seen to when it was decided.
  calendar::DutyClock clock{rule_of(duty, amount), started};
  for (const Pause& pause : pauses) clock.pauses.push_back({pause.from, pause.to, pause.ground});
  return clock;
}

Times reckon(const Duty& duty, base::UtcTime started, const std::optional<unsigned>& amount, const std::vector<Pause>& pauses,
             const StoredCalendar& calendar) {
  Times times;
  if (!calendar.calendar) {  // its rows do not fit together: `portal check` names it
    times.no_due = calendar::key_of(calendar::NoDueReason::CalendarNotEntered);
    return times;
  }
  const calendar::Due due = calendar::due_of(*calendar.calendar, duty_clock_of(duty, started, amount, pauses));
  if (due) {
    times.due = *due;
    times.amber = warning(*calendar.calendar, started, *due, duty.amber);
    times.remind = warning(*calendar.calendar, started, *due, duty.remind);
    return times;
  }
  times.no_due = calendar::key_of(due.error().reason);
  if (due.error().reason == calendar::NoDueReason::CalendarNotEntered) times.missing_year = due.error().missing_year;
  if (due.error().reason == calendar::NoDueReason::Paused) times.remaining = due.error().remaining;
  return times;
}

}  // namespace portal::duty
