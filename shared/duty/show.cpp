#include "shared/duty/show.h"

#include "shared/calendar/time_left.h"
#include "shared/duty/reckon.h"

namespace portal::duty {
namespace {

using base::UtcTime;

// A chip's words begin like a sentence; those of shared/calendar stand in the middle of one.
std::string capitalized(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

calendar::Due stored_due(const Times& times) {
  if (times.due) return *times.due;
  calendar::NoDue none;
  none.reason = times.no_due == calendar::key_of(calendar::NoDueReason::Paused) ? calendar::NoDueReason::Paused : calendar::NoDueReason::CalendarNotEntered;
  none.missing_year = times.missing_year.value_or(0);
  none.remaining = times.remaining.value_or(std::chrono::seconds{0});
  return tl::unexpected(none);
}

// The pauses are in the due time already: those that ended lie before now.
calendar::TimeLeft left_of(const Duty& duty, const Clock& clock, const calendar::Calendar& calendar, UtcTime now) {
  return calendar::time_left(calendar, duty_clock_of(duty, clock.started_at, clock.amount, {}), stored_due(clock.times), now);
}

void show_open(Shown& shown, const Duty& duty, const Clock& clock, const calendar::Calendar& calendar, UtcTime now) {
  const calendar::TimeLeft left = left_of(duty, clock, calendar, now);
  shown.words = capitalized(left.words);
  if (clock.is_paused()) {
    shown.light = Light::Paused;
  } else if (!clock.times.due) {
    shown.light = Light::NoDue;
    if (clock.times.missing_year) shown.words = "Chưa có lịch năm " + std::to_string(*clock.times.missing_year) + " để tính hạn";
  } else if (!calendar::is_in_time(*clock.times.due, now)) {
    shown.light = Light::Over;
    if (left.is_known && left.office_time.count() == 0) shown.words = "Vừa quá hạn";
  } else {
    if (left.is_known && left.office_time.count() == 0)  // after closing, before the end of the day
      shown.words = base::local_date(now) == base::local_date(*clock.times.due) ? "Hạn hết hôm nay" : "Hạn " + base::format_date_time(*clock.times.due);
    shown.light = clock.times.amber && now >= *clock.times.amber ? Light::Near : Light::Far;
  }
}

void show_closed(Shown& shown, const Duty& duty, const Clock& clock, const calendar::Calendar& calendar) {
  if (clock.stopped_by == event::kMonthOver) {  // it did not end late, it was not done
    shown.light = Light::Missed;
    shown.words = "Chưa đạt";
    return;
  }
  if (clock.outcome == "late") {
    constexpr std::string_view kOverdue = "quá hạn ";
    const std::string words = left_of(duty, clock, calendar, *clock.closed_at).words;
    shown.light = Light::DoneLate;
    shown.words = words.starts_with(kOverdue) ? "Xong, trễ " + words.substr(kOverdue.size()) : "Xong, trễ hạn";
    return;
  }
  shown.light = Light::Done;
  shown.words = clock.outcome.empty() ? "Xong " + base::format_date_time(*clock.closed_at) : "Xong đúng hạn";
}

}  // namespace

std::string_view Shown::chip_kind() const {
  switch (light) {
    case Light::Far:
    case Light::Ended: return "grey";
    case Light::Near:
    case Light::NoDue: return "amber";
    case Light::Over:
    case Light::Missed:
    case Light::DoneLate: return "red";
    case Light::Paused: return "violet";
    case Light::Done: return "green";
  }
  return "grey";
}

std::string_view Shown::icon() const {
  switch (light) {
    case Light::Far: return "clock";
    case Light::Near: return "alarm-clock";
    case Light::Over:
    case Light::Missed: return "triangle-alert";
    case Light::Paused: return "circle-pause";
    case Light::Done:
    case Light::DoneLate: return "circle-check";
    case Light::NoDue: return "calendar-x";
    case Light::Ended: return "minus";
  }
  return "clock";
}

Shown show_clock(const Books& books, const Clock& clock, UtcTime now) {
  Shown shown;
  shown.clock = clock.id;
  const Duty* duty = find_duty(books.duties, clock.duty);
  const StoredCalendar* stored = books.find(clock.calendar);
  if (duty == nullptr || stored == nullptr || !stored->calendar) {
    shown.words = "Chưa tính được hạn";
    return shown;
  }
  shown.clause = duty->clause;
  shown.title = duty->title;
  shown.party = label_of_party(duty->party);
  shown.rule = clock.amount || duty->amount || duty->unit == "window" ? calendar::describe(rule_of(*duty, clock.amount)) : std::string{};
  shown.started = base::format_date_time(clock.started_at);
  if (clock.times.due) shown.due = base::format_date_time(*clock.times.due);
  switch (clock.state) {
    case ClockState::Open: show_open(shown, *duty, clock, *stored->calendar, now); break;
    case ClockState::Closed: show_closed(shown, *duty, clock, *stored->calendar); break;
    case ClockState::Cancelled:
      shown.light = Light::Ended;
      shown.words = "Không còn tính hạn";
      break;
  }
  return shown;
}

const Clock* clock_for_list(const Books& books, std::span<const Clock> open, UtcTime now) {
  const Clock* best = nullptr;
  const auto rank = [](const Clock& clock) { return clock.times.due.value_or(UtcTime{}); };
  for (const Clock& clock : open) {
    const Duty* duty = find_duty(books.duties, clock.duty);
    if (!clock.is_open() || duty == nullptr) continue;
    const bool is_near = !clock.times.due || (clock.times.amber && now >= *clock.times.amber) || now > *clock.times.due;
    if (duty->stop_event == event::kReviewed && (!is_near || !clock.times.due)) continue;
    if (best == nullptr || rank(clock) < rank(*best)) best = &clock;
  }
  return best;
}

}  // namespace portal::duty
