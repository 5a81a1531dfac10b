#include "shared/why/why.h"

#include <array>

#include "shared/calendar/time_left.h"

namespace portal::why {
namespace {

using calendar::ExplainedDay;
using calendar::Reason;
using calendar::Unit;

constexpr std::array<std::string_view, 7> kShortDays{"Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Chủ nhật"};

// A clock of working days that stood has parts of days: it is told in office time, as one of hours.
bool speaks_of_time(const calendar::DutyClock& clock) {
  return clock.rule.unit == Unit::WorkingHours || (clock.rule.unit == Unit::WorkingDays && !clock.pauses.empty());
}

bool is_paused_on(base::LocalDate date, const std::vector<calendar::Pause>& pauses) {
  const base::UtcTime begin = base::start_of(date);
  const base::UtcTime end = begin + std::chrono::hours{24};
  for (const calendar::Pause& pause : pauses)
    if (pause.from < end && (!pause.to || *pause.to > begin)) return true;
  return false;
}

std::string reason_words(const Question& question, const ExplainedDay& day) {
  std::string words{calendar::label_of(day.reason)};
  const bool is_named = !day.name.empty() && day.name != calendar::weekday_name(calendar::weekday_of(day.date)) && day.name != words;
  if (is_named) words += ": " + day.name;
  if (calendar::counts_office_time(question.clock.rule.unit) && day.is_counted) {
    words += ", " + calendar::describe_hours(question.calendar.day(day.date).hours);
    if (is_paused_on(day.date, question.clock.pauses)) words += ", trừ lúc tạm dừng";
  }
  return words;
}

}  // namespace

std::vector<DayLine> lines_of(const Question& question) {
  std::vector<DayLine> lines;
  const bool in_time = speaks_of_time(question.clock);
  std::chrono::seconds sum{0};
  int number = 0;
  for (const ExplainedDay& day : question.answer.days) {
    DayLine& line = lines.emplace_back();
    line.date = std::string{kShortDays.at(calendar::weekday_of(day.date))} + " " + calendar::date_words(day.date);
    line.is_counted = day.is_counted;
    line.is_today = day.date == question.today;
    line.is_due = question.answer.due && base::local_date(*question.answer.due) == day.date;
    line.verdict = "Không tính";
    if (day.is_counted && in_time) {
      sum += day.office_time;
      line.verdict = calendar::office_time_words(day.office_time);
      if (sum != day.office_time) line.verdict += " (cộng " + calendar::office_time_words(sum) + ")";
    } else if (day.is_counted) {
      line.verdict = "Ngày thứ " + std::to_string(++number);
    }
    line.reason = reason_words(question, day);
    if (line.is_due) line.reason += ". Hạn lúc " + base::format_time(*question.answer.due);
    line.source = day.source;
  }
  return lines;
}

std::vector<Tally> tallies_of(const calendar::Explanation& answer) {
  int counted = 0;
  std::array<int, 5> skipped{};
  constexpr std::array<Reason, 5> kShown{Reason::WeeklyDayOff, Reason::PublicHoliday, Reason::DayOff, Reason::Paused, Reason::BeforeWindow};
  for (const ExplainedDay& day : answer.days) {
    if (day.is_counted) ++counted;
    for (std::size_t i = 0; i < kShown.size(); ++i)
      if (!day.is_counted && day.reason == kShown.at(i)) ++skipped.at(i);
  }
  std::vector<Tally> tallies{{"Được tính", std::to_string(counted) + " ngày"}};
  for (std::size_t i = 0; i < kShown.size(); ++i)
    if (skipped.at(i) > 0) tallies.push_back({std::string{calendar::label_of(kShown.at(i))}, std::to_string(skipped.at(i)) + " ngày"});
  return tallies;
}

std::string moment_words(base::UtcTime at) {
  const unsigned weekday = calendar::weekday_of(base::local_date(at));
  const std::string day = weekday == 6 ? "Chủ nhật" : "Thứ " + std::string{kShortDays.at(weekday)};
  return base::format_time(at) + ", " + day + " ngày " + base::format_date(at);
}

std::string rule_words(const calendar::DutyClock& clock) {
  std::string words = "Bắt đầu lúc " + moment_words(clock.start) + ", ";
  if (clock.rule.unit == Unit::Window) return words + "hạn trong " + calendar::describe(clock.rule) + ".";
  words += "cộng " + calendar::describe(clock.rule) + ".";
  if (clock.rule.unit == Unit::WorkingHours) return words + " Chỉ tính giờ làm việc, từ đúng lúc bắt đầu.";
  words += " Ngày bắt đầu không tính.";
  if (clock.rule.unit == Unit::CalendarDays && clock.rule.roll_forward) words += " Ngày cuối là ngày nghỉ thì hạn chuyển sang ngày làm việc tiếp theo.";
  return words;
}

std::string clause_words(std::string_view clause) {
  if (clause.size() < 2 || clause[0] != 'D' || clause[1] < '1' || clause[1] > '9') return std::string{clause};
  std::size_t at = 1;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < clause.size() && clause[at] >= '0' && clause[at] <= '9') ++at;
    return std::string{clause.substr(from, at - from)};
  };
  std::string words = "Điều " + digits();
  if (at >= clause.size() || clause[at] != '.') return at == clause.size() ? words : std::string{clause};
  ++at;
  const std::string paragraph = digits();
  if (paragraph.empty()) return std::string{clause};
  words += ", khoản " + paragraph;
  if (at < clause.size()) words += ", điểm " + std::string{clause.substr(at)};
  return words;
}

void fill_days(view::Dict part, const Question& question) {
  const std::vector<DayLine> lines = lines_of(question);
  if (lines.empty()) return;
  view::Dict table = part.section("TABLE");
  for (const DayLine& line : lines) {
    view::Dict row = table.section("DAY");
    row.set("DAY_DATE", line.date);
    row.set("DAY_VERDICT", line.verdict);
    row.set("DAY_REASON", line.reason);
    row.set("DAY_SOURCE", line.source);
    row.show("DAY_COUNTED", line.is_counted);
    row.show("DAY_SKIPPED", !line.is_counted);
    row.show("DAY_MARKED", line.is_today || line.is_due);
    row.show("DAY_TODAY", line.is_today);
    row.show("DAY_MUTED", !line.is_counted && !line.is_today && !line.is_due);
  }
}

}  // namespace portal::why
