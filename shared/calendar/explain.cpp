#include "shared/calendar/explain.h"

#include <algorithm>
#include <array>

namespace portal::calendar {
namespace {

using namespace std::chrono;

// Where a reason has no row of its own to cite. Bộ luật Lao động 45/2019/QH14, Bộ luật Dân sự 91/2015/QH13.
constexpr std::string_view kStartDayLaw = "Bộ luật Dân sự Đ.147.2";
constexpr std::string_view kRollForwardLaw = "Bộ luật Dân sự Đ.148.5";
constexpr std::string_view kWeeklyLaw = "Bộ luật Lao động Đ.111.1, Đ.111.2";
constexpr std::string_view kHolidayLaw = "Bộ luật Lao động Đ.112";
constexpr std::string_view kOfficeHours = "Giờ làm việc của cơ quan";
constexpr std::string_view kCalendarDaysLaw = "Bộ luật Dân sự Đ.145.2, Đ.148";

std::string text_or(std::string_view first, std::string_view second) { return std::string{first.empty() ? second : first}; }

base::LocalDate day_after(base::LocalDate date) { return sys_days{date} + days{1}; }

Reason kind_reason(DayKind kind) {
  switch (kind) {
    case DayKind::MakeUpDay: return Reason::MakeUpDay;
    case DayKind::PublicHoliday: return Reason::PublicHoliday;
    case DayKind::DayOff: return Reason::DayOff;
    case DayKind::WeeklyDayOff: return Reason::WeeklyDayOff;
    case DayKind::WorkingDay: return Reason::WorkingDay;
  }
  return Reason::WorkingDay;
}

// A line whose reason is what the day is.
ExplainedDay line_of_kind(const Calendar& calendar, base::LocalDate date) {
  const Calendar::Day day = calendar.day(date);
  ExplainedDay line{date, false, kind_reason(day.kind), {}, std::string{day.name}, std::string{day.source}};
  const std::string weekday{weekday_name(weekday_of(date))};
  switch (day.kind) {
    case DayKind::WorkingDay:  // an ordinary day, or a half-day whose closure is named
    case DayKind::MakeUpDay:
      line.name = text_or(day.name, weekday);
      line.source = text_or(day.source, text_or(day.hours_source, kOfficeHours));
      break;
    case DayKind::PublicHoliday:
      line.name = text_or(day.name, label_of(line.reason));
      line.source = text_or(day.source, kHolidayLaw);
      break;
    case DayKind::DayOff:
      line.name = text_or(day.name, label_of(line.reason));
      line.source = text_or(day.source, text_or(calendar.source(), kOfficeHours));
      break;
    case DayKind::WeeklyDayOff:
      line.name = weekday;
      line.source = text_or(day.hours_source, kWeeklyLaw);
      break;
  }
  return line;
}

ExplainedDay counted(const Calendar& calendar, base::LocalDate date, Reason reason) {
  ExplainedDay line = line_of_kind(calendar, date);
  line.is_counted = true;
  line.reason = reason;
  if (reason == Reason::CalendarDay || reason == Reason::WindowDay) line.source = kCalendarDaysLaw;
  return line;
}

ExplainedDay skipped(base::LocalDate date, Reason reason, std::string_view source) {
  return {date, false, reason, {}, std::string{weekday_name(weekday_of(date))}, std::string{source}};
}

// The grounds of the pauses that touch the day.
std::string grounds_on(base::LocalDate date, const std::vector<Pause>& pauses) {
  std::string grounds;
  for (const Pause& pause : pauses)
    if (pause.from < base::start_of(day_after(date)) && (!pause.to || *pause.to > base::start_of(date)) && !pause.ground.empty())
      grounds += (grounds.empty() ? "" : "; ") + pause.ground;
  return grounds;
}

// Days of a clock of working hours or days. `end` is the due moment, or how far the clock got.
class OfficeDays {
 public:
  OfficeDays(const Calendar& calendar, const DutyClock& clock)
      : calendar_(calendar),
        unit_(clock.rule.unit),
        start_(floor<seconds>(clock.start)),
        start_day_(base::local_date(start_)),
        pauses_(joined_pauses(clock.pauses)) {}

  std::vector<ExplainedDay> list(const Due& due) const {
    if (calendar_.first_missing_year(start_day_, start_day_)) return {};
    base::UtcTime end;
    if (due) {
      end = *due;
    } else if (due.error().reason == NoDueReason::Paused) {
      end = std::max(pauses_.back().from, start_);
    } else if (due.error().reason == NoDueReason::CalendarNotEntered) {
      end = base::start_of(day_after(calendar_.last_entered_after(start_day_)));
    } else {
      return {};
    }
    // Hours that end at 24:00 end on their own day, not on the next.
    const bool is_end_included = !due && due.error().reason == NoDueReason::Paused;
    const base::LocalDate last = base::local_date(is_end_included ? end : std::max(start_, end - 1s));
    std::vector<ExplainedDay> lines;
    for (base::LocalDate date = start_day_; date <= last; date = day_after(date)) lines.push_back(line(date, end));
    return lines;
  }

 private:
  ExplainedDay line(base::LocalDate date, base::UtcTime end) const {
    const bool is_start = date == start_day_;
    if (is_start && unit_ == Unit::WorkingDays) return skipped(date, Reason::StartDay, kStartDayLaw);
    if (calendar_.day(date).hours.empty()) return line_of_kind(calendar_, date);
    const base::UtcTime from = std::max(base::start_of(date), start_);
    const base::UtcTime day_end = base::start_of(day_after(date));
    const base::UtcTime to = std::max(from, std::min(day_end, end));
    const seconds given = office_time_between(calendar_, from, to, pauses_);
    if (given > 0s) {
      ExplainedDay line = counted(calendar_, date, kind_reason(calendar_.day(date).kind));
      line.office_time = given;
      return line;
    }
    if (is_start && office_time_between(calendar_, from, day_end, {}) == 0s)
      return skipped(date, Reason::OutsideOfficeHours, text_or(calendar_.day(date).hours_source, kOfficeHours));
    ExplainedDay line = skipped(date, Reason::Paused, "");
    line.name = text_or(grounds_on(date, pauses_), line.name);
    line.source = "Thời gian tạm dừng không tính vào thời hạn";
    return line;
  }

  const Calendar& calendar_;
  Unit unit_;
  base::UtcTime start_;
  base::LocalDate start_day_;
  std::vector<Pause> pauses_;
};

// Days after the last one counted, to the due date: off until the day to which it was passed.
void list_roll(const Calendar& calendar, base::LocalDate last, const Due& due, std::vector<ExplainedDay>& lines) {
  const base::LocalDate end = due ? base::local_date(*due) : calendar.last_entered_after(last);
  for (base::LocalDate date = day_after(last); date <= end; date = day_after(date))
    lines.push_back(due && date == end ? skipped(date, Reason::RollForward, kRollForwardLaw) : line_of_kind(calendar, date));
}

std::vector<ExplainedDay> calendar_days(const Calendar& calendar, const DutyClock& clock, const Due& due) {
  const base::LocalDate start_day = base::local_date(clock.start);
  if (calendar.first_missing_year(start_day, start_day)) return {};
  const base::LocalDate last = sys_days{start_day} + days{clock.rule.days};
  const base::LocalDate listed = std::min(last, calendar.last_entered_after(start_day));
  std::vector<ExplainedDay> lines{skipped(start_day, Reason::StartDay, kStartDayLaw)};
  for (base::LocalDate date = day_after(start_day); date <= listed; date = day_after(date)) lines.push_back(counted(calendar, date, Reason::CalendarDay));
  if (listed == last) list_roll(calendar, last, due, lines);
  return lines;
}

std::vector<ExplainedDay> window_days(const Calendar& calendar, const DutyClock& clock, const Due& due) {
  const auto range = window_of(calendar, clock.rule, clock.start);
  if (!range || calendar.first_missing_year(range->first, range->last)) return {};
  std::vector<ExplainedDay> lines;
  for (base::LocalDate date = range->first.year() / range->first.month() / 1d; date < range->first; date = day_after(date))
    lines.push_back(calendar.day(date).hours.empty() ? line_of_kind(calendar, date) : skipped(date, Reason::BeforeWindow, describe(clock.rule)));
  for (base::LocalDate date = range->first; date <= range->last; date = day_after(date)) lines.push_back(counted(calendar, date, Reason::WindowDay));
  list_roll(calendar, range->last, due, lines);
  return lines;
}

struct ReasonWords {
  Reason reason;
  std::string_view key;
  std::string_view label;
};

constexpr std::array<ReasonWords, 12> kReasonWords{{{Reason::WorkingDay, "working_day", "Ngày làm việc"},
                                                    {Reason::MakeUpDay, "make_up_day", "Ngày làm bù"},
                                                    {Reason::CalendarDay, "calendar_day", "Ngày lịch"},
                                                    {Reason::WindowDay, "window_day", "Trong kỳ"},
                                                    {Reason::StartDay, "start_day", "Ngày bắt đầu, không tính"},
                                                    {Reason::OutsideOfficeHours, "outside_office_hours", "Bắt đầu sau giờ làm việc"},
                                                    {Reason::Paused, "paused", "Tạm dừng"},
                                                    {Reason::PublicHoliday, "public_holiday", "Nghỉ lễ, tết"},
                                                    {Reason::DayOff, "day_off", "Ngày nghỉ của cơ quan"},
                                                    {Reason::WeeklyDayOff, "weekly_day_off", "Nghỉ hằng tuần"},
                                                    {Reason::BeforeWindow, "before_window", "Trước kỳ"},
                                                    {Reason::RollForward, "roll_forward", "Hạn chuyển sang ngày làm việc này"}}};

}  // namespace

Explanation explain(const Calendar& calendar, const DutyClock& clock) {
  Explanation answer{due_of(calendar, clock), {}};
  const bool is_explained = answer.due || answer.due.error().reason == NoDueReason::Paused || answer.due.error().reason == NoDueReason::CalendarNotEntered;
  if (!is_explained) return answer;
  switch (clock.rule.unit) {
    case Unit::WorkingHours:
    case Unit::WorkingDays: answer.days = OfficeDays{calendar, clock}.list(answer.due); break;
    case Unit::CalendarDays: answer.days = calendar_days(calendar, clock, answer.due); break;
    case Unit::Window: answer.days = window_days(calendar, clock, answer.due); break;
  }
  return answer;
}

std::string_view key_of(Reason reason) {
  for (const ReasonWords& words : kReasonWords)
    if (words.reason == reason) return words.key;
  return {};
}

std::string_view label_of(Reason reason) {
  for (const ReasonWords& words : kReasonWords)
    if (words.reason == reason) return words.label;
  return {};
}

bool counts_office_time(Unit unit) { return unit == Unit::WorkingHours || unit == Unit::WorkingDays; }

seconds office_time_between(const Calendar& calendar, base::UtcTime from, base::UtcTime to, const std::vector<Pause>& pauses) {
  seconds sum = calendar.office_time_until(to) - calendar.office_time_until(from);
  for (const Pause& pause : pauses) {
    const base::UtcTime begins = std::max(pause.from, from);
    const base::UtcTime ends = pause.to ? std::min(*pause.to, to) : to;
    if (begins < ends) sum -= calendar.office_time_until(ends) - calendar.office_time_until(begins);
  }
  return sum;
}

}  // namespace portal::calendar
