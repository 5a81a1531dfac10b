#include "shared/duty/calendar_rows.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/text/unicode.h"

namespace portal::duty {
namespace {

using base::FaultKind;
using base::FieldError;

constexpr std::array<std::string_view, 4> kDayKinds{"public_holiday", "day_off", "make_up_day", "half_day"};
constexpr unsigned kMinutesOfDay = 24 * 60;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestSource = 300;

bool has_own_hours(std::string_view kind) { return kind == "make_up_day" || kind == "half_day"; }

std::optional<unsigned> minutes_of(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return {};
  for (const std::size_t i : {0U, 1U, 3U, 4U})
    if (text[i] < '0' || text[i] > '9') return {};
  const auto digit = [&text](std::size_t i) { return static_cast<unsigned>(text[i] - '0'); };
  const unsigned minutes = (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
  if (digit(3) > 5 || minutes > kMinutesOfDay) return {};
  return minutes;
}

bool overlaps(const HoursRow& a, const HoursRow& b) {
  const bool is_same_time = (!a.valid_to || b.valid_from <= *a.valid_to) && (!b.valid_to || a.valid_from <= *b.valid_to);
  return a.weekday == b.weekday && is_same_time && a.opens_minute < b.closes_minute && b.opens_minute < a.closes_minute;
}

calendar::DayHours day_hours(const std::vector<Span>& spans) {
  calendar::DayHours hours;
  for (const Span& span : spans) hours.push_back({std::chrono::minutes{span.opens_minute}, std::chrono::minutes{span.closes_minute}});
  return hours;
}

// What is left of a day beside `hours`: shared/calendar has a half-day as a closure of the rest.
calendar::DayHours rest_of_day(const calendar::DayHours& hours) {
  calendar::DayHours rest;
  std::chrono::seconds from{0};
  for (const calendar::OfficeSpan& span : hours) {
    if (from < span.from) rest.push_back({from, span.from});
    from = span.to;
  }
  if (from < std::chrono::hours{24}) rest.push_back({from, std::chrono::hours{24}});
  return rest;
}

// Hours are entered by weekday, each with its own dates; a week in force begins wherever any of them begins or has ended.
std::vector<calendar::WeekHours> weeks_of(const std::vector<HoursRow>& rows) {
  std::set<std::chrono::sys_days> edges;
  for (const HoursRow& row : rows) {
    edges.insert(row.valid_from);
    if (row.valid_to) edges.insert(std::chrono::sys_days{*row.valid_to} + std::chrono::days{1});
  }
  std::vector<calendar::WeekHours> weeks;
  for (auto edge = edges.begin(); edge != edges.end(); ++edge) {
    calendar::WeekHours week;
    week.valid_from = base::LocalDate{*edge};
    if (const auto next = std::next(edge); next != edges.end()) week.valid_to = base::LocalDate{*next - std::chrono::days{1}};
    bool is_covered = false;
    for (const HoursRow& row : rows) {
      if (std::chrono::sys_days{row.valid_from} > *edge || (row.valid_to && std::chrono::sys_days{*row.valid_to} < *edge)) continue;
      is_covered = true;
      week.weekdays.at(row.weekday - 1).push_back({std::chrono::minutes{row.opens_minute}, std::chrono::minutes{row.closes_minute}});
      if (week.source.empty()) week.source = row.source;
    }
    for (calendar::DayHours& hours : week.weekdays) std::sort(hours.begin(), hours.end());
    // Days that no row covers stay uncovered: closed for good and forgotten must not look the same.
    if (is_covered) weeks.push_back(std::move(week));
  }
  return weeks;
}

}  // namespace

std::vector<FieldError> faults_of(const std::vector<HoursRow>& hours) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const HoursRow& row = hours[i];
    const std::string field = "hours-" + std::to_string(i);
    if (row.weekday < 1 || row.weekday > 7 || row.opens_minute >= row.closes_minute || row.closes_minute > kMinutesOfDay)
      errors.push_back({field, "Giờ đóng cửa phải sau giờ mở cửa trong cùng ngày.", "D9.3"});
    if (row.valid_to && *row.valid_to < row.valid_from) errors.push_back({field, "Ngày cuối áp dụng phải sau ngày đầu.", "D9.3"});
    for (std::size_t j = 0; j < i; ++j)
      if (overlaps(row, hours[j])) errors.push_back({field, "Trùng với một khoảng giờ khác của cùng ngày trong tuần.", "D9.3"});
  }
  return errors;
}

std::vector<FieldError> faults_of(const DayRow& row) {
  std::vector<FieldError> errors;
  if (!row.day.ok()) errors.push_back({"day", "Chọn một ngày có thật.", "D9.3"});
  if (std::find(kDayKinds.begin(), kDayKinds.end(), row.kind) == kDayKinds.end()) errors.push_back({"kind", "Chọn loại ngày.", "D9.3"});
  if (row.name.empty() || text::count_code_points(row.name) > kLongestName)
    errors.push_back({"name", "Ghi tên ngày, không quá 200 ký tự.", "D9.3"});
  if (row.source.empty() || text::count_code_points(row.source) > kLongestSource)
    errors.push_back({"source", "Ghi căn cứ hoặc số thông báo, không quá 300 ký tự.", "D9.3"});
  if (has_own_hours(row.kind) != !row.hours.empty() || (!row.hours.empty() && !parse_hours(row.hours)))
    errors.push_back({"hours", "Giờ làm việc viết như 07:30-11:30,13:30-17:30; chỉ ghi cho ngày làm bù và ngày làm một phần.", "D9.3"});
  return errors;
}

std::vector<FieldError> faults_of(const YearRow& row) {
  if (row.year < 2000 || row.year > 2200) return {{"year", "Chọn một năm từ 2000 đến 2200.", "D9.3"}};
  if (row.is_entered && row.announcement.empty()) return {{"announcement", "Ghi số và ngày của thông báo nghỉ lễ, Tết trong năm.", "D9.3"}};
  if (text::count_code_points(row.announcement) > kLongestSource) return {{"announcement", "Không quá 300 ký tự.", "D9.3"}};
  return {};
}

base::Result<calendar::Calendar> make_calendar(const StoredCalendar& rows) {
  calendar::CalendarData data;
  data.id = rows.code;
  data.name = rows.name;
  data.weeks = weeks_of(rows.hours);
  for (const YearRow& year : rows.years)
    if (year.is_entered) data.entered_years.push_back(year.year);
  for (const DayRow& row : rows.days) {
    const auto spans = row.hours.empty() ? std::optional{std::vector<Span>{}} : parse_hours(row.hours);
    if (!spans) return base::fail(FaultKind::Invalid, "Giờ làm việc viết sai: " + row.hours + ".");
    if (row.kind == "public_holiday")
      data.public_holidays.push_back({row.day, row.name, row.source});
    else if (row.kind == "make_up_day")
      data.make_up_days.push_back({row.day, row.name, row.source, day_hours(*spans)});
    else
      data.days_off.push_back({row.day, row.name, row.source, row.kind == "half_day" ? rest_of_day(day_hours(*spans)) : calendar::DayHours{}});
  }
  return calendar::Calendar::make(std::move(data));
}

const YearRow* StoredCalendar::find_year(int year) const {
  const auto found = std::find_if(years.begin(), years.end(), [year](const YearRow& row) { return row.year == year; });
  return found == years.end() ? nullptr : &*found;
}

std::optional<int> year_to_enter(const StoredCalendar& calendar, base::LocalDate today) {
  const auto is_entered = [&calendar](int year) {
    const YearRow* row = calendar.find_year(year);
    return row != nullptr && row->is_entered;
  };
  const int this_year = int{today.year()};
  if (!is_entered(this_year)) return this_year;
  if (today.month() >= std::chrono::November && !is_entered(this_year + 1)) return this_year + 1;
  return {};
}

std::optional<std::vector<Span>> parse_hours(std::string_view text) {
  std::vector<Span> spans;
  unsigned last = 0;
  for (;;) {
    const auto comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    if (part.size() != 11 || part[5] != '-') return {};
    const auto opens = minutes_of(part.substr(0, 5));
    const auto closes = minutes_of(part.substr(6));
    if (!opens || !closes || *opens >= *closes || (!spans.empty() && *opens < last)) return {};
    spans.push_back({*opens, *closes});
    last = *closes;
    if (comma == std::string_view::npos) return spans;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace portal::duty
