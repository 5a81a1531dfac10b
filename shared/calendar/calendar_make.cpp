// Calendar::make: rows checked and made into the table of days.
#include <algorithm>
#include <cstdio>
#include <map>

#include "shared/calendar/calendar.h"

namespace portal::calendar {
namespace {

using namespace std::chrono;

constexpr int kFirstYear = 1900;  // what base::parse_iso reads
constexpr int kLastYear = 2999;

bool is_possible(base::LocalDate date) { return date.ok() && int{date.year()} >= kFirstYear && int{date.year()} <= kLastYear; }

std::string clock_words(seconds time) {
  std::array<char, 48> buffer{};
  const long total = static_cast<long>(time.count());
  const int length = total % 60 == 0 ? std::snprintf(buffer.data(), buffer.size(), "%02ld:%02ld", total / 3600, total / 60 % 60)
                                     : std::snprintf(buffer.data(), buffer.size(), "%02ld:%02ld:%02ld", total / 3600, total / 60 % 60, total % 60);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string span_words(const OfficeSpan& span) { return clock_words(span.from) + "–" + clock_words(span.to); }

// Why `hours` cannot be, or nothing.
std::optional<std::string> hours_fault(const DayHours& hours) {
  for (std::size_t i = 0; i < hours.size(); ++i) {
    if (hours[i].from < 0s || hours[i].to > 24h) return "giờ " + span_words(hours[i]) + " không nằm trong một ngày";
    if (hours[i].from >= hours[i].to) return "giờ kết thúc phải sau giờ bắt đầu: " + span_words(hours[i]);
    if (i > 0 && hours[i].from < hours[i - 1].to)
      return "các khoảng giờ phải theo thứ tự và không chồng lên nhau: " + span_words(hours[i - 1]) + " rồi " + span_words(hours[i]);
  }
  return {};
}

// `hours` without what is `closed`.
DayHours without(const DayHours& hours, const DayHours& closed) {
  DayHours left;
  for (OfficeSpan span : hours) {
    for (const OfficeSpan& hole : closed) {
      if (hole.to <= span.from || hole.from >= span.to) continue;
      if (hole.from > span.from) left.push_back({span.from, hole.from});
      span.from = std::min(hole.to, span.to);
    }
    if (span.from < span.to) left.push_back(span);
  }
  return left;
}

bool covers(const WeekHours& week, sys_days date) {
  return (!week.valid_from || sys_days{*week.valid_from} <= date) && (!week.valid_to || date <= sys_days{*week.valid_to});
}

std::string joined(const std::string& first, const std::string& second) {
  if (first.empty() || second.empty() || first == second) return first.empty() ? second : first;
  return first + "; " + second;
}

}  // namespace

// Holds the rows by date while the table is written.
class Calendar::Builder {
 public:
  explicit Builder(CalendarData& data) : data_(data) {}

  std::optional<std::string> fault() {
    for (const int year : data_.entered_years)
      if (year < kFirstYear || year > kLastYear) return "năm " + std::to_string(year) + " nằm ngoài khoảng 1900–2999";
    if (auto found = weeks_fault()) return found;
    return days_fault();
  }

  // The table; a sentence when an entered day has no row of hours.
  std::optional<std::string> write(Calendar& out);

 private:
  std::optional<std::string> weeks_fault() const;
  std::optional<std::string> days_fault();
  std::optional<std::string> write_day(Calendar& out, sys_days date);
  std::int32_t pattern(Calendar& out, const DayHours& hours);

  CalendarData& data_;
  std::map<sys_days, Note> holidays_;
  std::map<sys_days, DayOff> closures_;
  std::map<sys_days, MakeUpDay> make_ups_;
  std::map<DayHours, std::int32_t> pattern_index_;
};

std::optional<std::string> Calendar::Builder::weeks_fault() const {
  for (const WeekHours& week : data_.weeks) {
    for (const auto& date : {week.valid_from, week.valid_to})
      if (date && !is_possible(*date)) return "ngày hiệu lực của giờ làm việc không có thật";
    if (week.valid_from && week.valid_to && *week.valid_to < *week.valid_from)
      return "giờ làm việc hết hiệu lực (" + date_words(*week.valid_to) + ") trước ngày bắt đầu hiệu lực (" + date_words(*week.valid_from) + ")";
    for (unsigned weekday = 0; weekday < 7; ++weekday)
      if (const auto why = hours_fault(week.weekdays.at(weekday))) return std::string{weekday_name(weekday)} + ": " + *why;
    for (const WeekHours& other : data_.weeks) {
      const base::LocalDate earliest = year{kFirstYear} / January / 1d;
      const base::LocalDate begins = std::max(week.valid_from.value_or(earliest), other.valid_from.value_or(earliest));
      if (&week < &other && covers(week, begins) && covers(other, begins)) return "có hai bảng giờ làm việc cùng áp dụng cho ngày " + date_words(begins);
    }
  }
  return {};
}

std::optional<std::string> Calendar::Builder::days_fault() {
  for (const PublicHoliday& day : data_.public_holidays) {
    if (!is_possible(day.date)) return "ngày lễ “" + day.name + "” có ngày không có thật";
    Note& note = holidays_[day.date];
    note = {joined(note.name, day.name), joined(note.source, day.source)};
  }
  for (const DayOff& day : data_.days_off) {
    if (!is_possible(day.date)) return "ngày nghỉ “" + day.name + "” có ngày không có thật";
    if (const auto why = hours_fault(day.closed)) return "ngày nghỉ " + date_words(day.date) + ": " + *why;
    const auto [known, is_new] = closures_.emplace(day.date, day);
    if (is_new) continue;
    if (known->second.closed.empty() != day.closed.empty() || !day.closed.empty())
      return "ngày nghỉ " + date_words(day.date) + " được nhập hai lần với giờ nghỉ khác nhau; hãy gộp thành một";
    known->second.name = joined(known->second.name, day.name);
    known->second.source = joined(known->second.source, day.source);
  }
  for (const MakeUpDay& day : data_.make_up_days) {
    if (!is_possible(day.date)) return "ngày làm bù “" + day.name + "” có ngày không có thật";
    if (day.hours.empty()) return "ngày làm bù " + date_words(day.date) + " phải có giờ làm việc";
    if (const auto why = hours_fault(day.hours)) return "ngày làm bù " + date_words(day.date) + ": " + *why;
    if (!make_ups_.emplace(day.date, day).second) return "ngày làm bù " + date_words(day.date) + " được nhập hai lần";
  }
  return {};
}

std::int32_t Calendar::Builder::pattern(Calendar& out, const DayHours& hours) {
  const auto [known, is_new] = pattern_index_.emplace(hours, static_cast<std::int32_t>(out.patterns_.size()));
  if (is_new) {
    seconds sum{};
    for (const OfficeSpan& span : hours) sum += span.to - span.from;
    out.patterns_.push_back({hours, sum});
  }
  return known->second;
}

std::optional<std::string> Calendar::Builder::write_day(Calendar& out, sys_days date) {
  Entry& entry = out.days_.back();
  entry.kind = DayKind::WeeklyDayOff;
  entry.note = -1;
  const auto week = std::find_if(data_.weeks.begin(), data_.weeks.end(), [&](const WeekHours& w) { return covers(w, date); });
  if (week == data_.weeks.end()) return "năm " + std::to_string(int{year_month_day{date}.year()}) + " đã nhập nhưng ngày " + date_words(date) + " chưa có giờ làm việc";
  entry.hours_source = static_cast<std::int32_t>(week - data_.weeks.begin());
  const DayHours& usual = week->weekdays.at(weekday_of(date));
  DayHours hours;
  const auto note = [&](const std::string& name, const std::string& source) {
    entry.note = static_cast<std::int32_t>(out.notes_.size());
    out.notes_.push_back({name, source});
  };
  const auto closure = closures_.find(date);
  const bool is_closed_in_part = closure != closures_.end() && !closure->second.closed.empty() && !usual.empty();
  if (const auto make_up = make_ups_.find(date); make_up != make_ups_.end()) {
    entry.kind = DayKind::MakeUpDay;
    hours = make_up->second.hours;
    note(make_up->second.name, make_up->second.source);
  } else if (const auto holiday = holidays_.find(date); holiday != holidays_.end()) {
    entry.kind = DayKind::PublicHoliday;
    note(holiday->second.name, holiday->second.source);
  } else if (is_closed_in_part) {
    hours = without(usual, closure->second.closed);
    entry.kind = hours.empty() ? DayKind::DayOff : DayKind::WorkingDay;
    if (hours != usual) note(closure->second.name, closure->second.source);
  } else if (closure != closures_.end() && closure->second.closed.empty()) {
    entry.kind = DayKind::DayOff;
    note(closure->second.name, closure->second.source);
  } else if (!usual.empty()) {
    entry.kind = DayKind::WorkingDay;
    hours = usual;
  }
  entry.hours = pattern(out, hours);
  return {};
}

std::optional<std::string> Calendar::Builder::write(Calendar& out) {
  for (const WeekHours& week : data_.weeks) out.hours_sources_.push_back(week.source);
  out.days_.push_back({0, 0, pattern(out, {}), -1, 0, DayKind::WeeklyDayOff});  // the sums; stands before each day that is written
  if (data_.entered_years.empty()) return {};
  const auto [lowest, highest] = std::minmax_element(data_.entered_years.begin(), data_.entered_years.end());
  out.first_year_ = *lowest;
  out.entered_.resize(static_cast<std::size_t>(*highest - *lowest) + 1);
  for (const int entered : data_.entered_years) out.entered_[static_cast<std::size_t>(entered - *lowest)] = true;
  out.first_day_ = year{*lowest} / January / 1d;
  const sys_days end = year{*highest + 1} / January / 1d;
  for (sys_days date = out.first_day_; date < end; date += days{1}) {
    if (out.is_entered(int{year_month_day{date}.year()}))
      if (auto why = write_day(out, date)) return why;
    const Entry& entry = out.days_.back();
    const seconds sum = out.patterns_[static_cast<std::size_t>(entry.hours)].sum;
    if (sum > 0s) out.working_.push_back(static_cast<std::int32_t>(out.days_.size() - 1));
    out.days_.push_back({entry.office_before + sum.count(), static_cast<std::int32_t>(out.working_.size()), 0, -1, 0, DayKind::WeeklyDayOff});
  }
  return {};
}

base::Result<Calendar> Calendar::make(CalendarData data) {
  Calendar out;
  Builder builder{data};
  auto why = builder.fault();
  if (!why) why = builder.write(out);
  if (why) return base::fail(base::FaultKind::Invalid, "Lịch “" + (data.name.empty() ? data.id : data.name) + "”: " + *why + ".");
  out.id_ = std::move(data.id);
  out.name_ = std::move(data.name);
  out.source_ = std::move(data.source);
  return out;
}

std::string describe_hours(std::span<const OfficeSpan> hours) {
  std::string words;
  for (const OfficeSpan& span : hours) words += (words.empty() ? "" : ", ") + span_words(span);
  return words.empty() ? "nghỉ" : words;
}

std::string_view weekday_name(unsigned weekday) {
  constexpr std::array<std::string_view, 7> kNames{"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
  return kNames.at(weekday);
}

unsigned weekday_of(base::LocalDate date) { return weekday{sys_days{date}}.iso_encoding() - 1; }

std::string date_words(base::LocalDate date) { return base::format_date(base::start_of(date)); }

}  // namespace portal::calendar
