#include "shared/calendar/case_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "shared/text/unicode.h"

namespace portal::calendar {
namespace {

using namespace std::chrono;
using nlohmann::json;

constexpr std::array kWeekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// Thrown inside this file only and turned into a Fault by read_cases(): one way out of forty places.
struct BadFile {
  std::string message;
};

// A value of the file and the words for where it stands.
class Node {
 public:
  Node(const json& value, std::string place) : value_(&value), place_(std::move(place)) {}

  [[noreturn]] void refuse(const std::string& why) const { throw BadFile{place_ + ": " + why + "."}; }

  [[nodiscard]] Node called(std::string place) const { return {*value_, std::move(place)}; }

  [[nodiscard]] bool is_null() const { return value_->is_null(); }

  // The member `name`, or nothing when it is left out.
  [[nodiscard]] std::optional<Node> find(const char* name) const {
    if (!value_->is_object()) refuse("phải là một đối tượng JSON {…}");
    const auto member = value_->find(name);
    if (member == value_->end()) return {};
    return Node{*member, place_ + ", “" + name + "”"};
  }

  [[nodiscard]] Node get(const char* name) const {
    auto found = find(name);
    if (!found) refuse("thiếu “" + std::string{name} + "”");
    return *std::move(found);
  }

  [[nodiscard]] std::vector<Node> items() const {
    if (!value_->is_array()) refuse("phải là một danh sách JSON […]");
    std::vector<Node> nodes;
    for (const json& item : *value_) nodes.emplace_back(item, place_ + ", mục " + std::to_string(nodes.size() + 1));
    return nodes;
  }

  [[nodiscard]] std::vector<std::pair<std::string, Node>> members() const {
    if (!value_->is_object()) refuse("phải là một đối tượng JSON {…}");
    std::vector<std::pair<std::string, Node>> nodes;
    for (const auto& [name, item] : value_->items()) {
      require_clean(name);
      nodes.emplace_back(name, Node{item, place_ + ", “" + name + "”"});
    }
    return nodes;
  }

  [[nodiscard]] std::string text() const {
    if (!value_->is_string()) refuse("phải là một chuỗi ký tự");
    require_clean(value_->get_ref<const std::string&>());
    return value_->get<std::string>();
  }

  [[nodiscard]] bool truth() const {
    if (!value_->is_boolean()) refuse("phải là true hoặc false");
    return value_->get<bool>();
  }

  [[nodiscard]] double number() const {
    if (!value_->is_number()) refuse("phải là một số");
    return value_->get<double>();
  }

  // A whole number that an int holds.
  [[nodiscard]] int whole() const {
    const double value = number();
    if (value != std::floor(value) || std::abs(value) > 2e9) refuse("phải là một số nguyên");
    return static_cast<int>(value);
  }

  [[nodiscard]] base::UtcTime moment() const {
    const auto at = base::parse_iso(text());
    if (!at) refuse("“" + text() + "” không phải là thời điểm dạng 2027-03-04T08:15:00+07:00");
    return *at;
  }

  [[nodiscard]] base::LocalDate date() const {
    const auto read = parse_date_key(text());
    if (!read) refuse("“" + text() + "” không phải là ngày có thật dạng 2027-03-04");
    return *read;
  }

  // "07:30", "24:00".
  [[nodiscard]] seconds time_of_day() const {
    const std::string written = text();
    const auto digit = [&](std::size_t i) { return written[i] >= '0' && written[i] <= '9' ? written[i] - '0' : -1000; };
    if (written.size() == 5 && written[2] == ':') {
      const int hour = digit(0) * 10 + digit(1);
      const int minute = digit(3) * 10 + digit(4);
      if (hour >= 0 && minute >= 0 && minute < 60 && hour * 60 + minute <= 24 * 60) return hours{hour} + minutes{minute};
    }
    refuse("“" + written + "” không phải là giờ dạng 07:30");
  }

 private:
  // What the file says is printed on a terminal: no control characters.
  void require_clean(std::string_view written) const {
    if (!portal::text::is_valid(written)) refuse("có ký tự điều khiển hoặc ký tự không hợp lệ");
  }

  const json* value_;
  std::string place_;
};

std::string optional_text(const Node& node, const char* name) {
  const auto found = node.find(name);
  return found && !found->is_null() ? found->text() : std::string{};
}

std::vector<Node> optional_items(const Node& node, const char* name) {
  const auto found = node.find(name);
  return found && !found->is_null() ? found->items() : std::vector<Node>{};
}

DayHours read_hours(const Node& node) {
  DayHours hours;
  for (const Node& span : node.items()) {
    const auto ends = span.items();
    if (ends.size() != 2) span.refuse("một khoảng giờ có hai mốc: [\"07:30\", \"11:30\"]");
    hours.push_back({ends[0].time_of_day(), ends[1].time_of_day()});
  }
  return hours;
}

WeekHours read_week(const Node& node) {
  WeekHours week;
  for (const auto& [name, hours] : node.members()) {
    const auto* const weekday = std::find(kWeekdays.begin(), kWeekdays.end(), name);
    if (weekday == kWeekdays.end()) hours.refuse("không phải là tên thứ trong tuần; dùng monday, tuesday, …, sunday");
    week.weekdays.at(static_cast<std::size_t>(weekday - kWeekdays.begin())) = read_hours(hours);
  }
  return week;
}

Calendar read_calendar(const Node& unnamed) {
  CalendarData data;
  data.id = unnamed.get("id").text();
  const Node node = unnamed.called("Lịch “" + data.id + "”");
  data.name = data.id;  // the id is what the file's cases and messages call it by
  data.source = optional_text(node, "source");
  if (const auto offset = node.find("utc_offset"); offset && offset->text() != "+07:00") offset->refuse("chỉ tính được theo giờ Việt Nam (+07:00)");
  for (const Node& year : node.get("entered_years").items()) data.entered_years.push_back(year.whole());
  data.weeks.push_back(read_week(node.get("weekly_hours")));
  for (const Node& day : optional_items(node, "public_holidays"))
    data.public_holidays.push_back({day.get("date").date(), optional_text(day, "name"), optional_text(day, "source")});
  for (const Node& day : optional_items(node, "days_off"))
    data.days_off.push_back({day.get("date").date(), optional_text(day, "name"), optional_text(day, "source"), {}});
  for (const Node& day : optional_items(node, "make_up_days"))
    data.make_up_days.push_back({day.get("date").date(), optional_text(day, "name"), optional_text(day, "source"), read_hours(day.get("hours"))});
  auto calendar = Calendar::make(std::move(data));
  if (!calendar) throw BadFile{calendar.error().message};
  return *std::move(calendar);
}

Rule read_rule(const Node& node, const std::optional<Node>& options) {
  Rule rule;
  const Node unit = node.get("unit");
  const auto known = parse_unit(unit.text());
  if (!known) unit.refuse("không có đơn vị “" + unit.text() + "”; dùng working_hours, working_days, calendar_days hoặc window");
  rule.unit = *known;
  if (const auto roll = options ? options->find("roll_forward") : std::nullopt; roll && !roll->is_null()) rule.roll_forward = roll->truth();
  if (rule.unit == Unit::Window) {
    if (!options) node.refuse("đơn vị window cần “options” có “window”");
    const Node window = options->get("window");
    const auto kind = parse_window(window.text());
    if (!kind) window.refuse("không có kỳ “" + window.text() + "”; dùng first_week_of_next_month hoặc first_10_days_of_next_quarter");
    rule.window = *kind;
    if (rule.window == WindowKind::FirstWeekOfNextMonth) {
      const Node reading = options->get("first_week");
      const auto first_week = parse_first_week(reading.text());
      if (!first_week) reading.refuse("không có cách hiểu “" + reading.text() + "”; dùng days_1_7 hoặc first_mon_fri_week");
      rule.first_week = *first_week;
    }
    return rule;
  }
  const Node amount = node.get("amount");
  if (rule.unit != Unit::WorkingHours) {
    rule.days = amount.whole();
    if (rule.days < 1 || rule.days > kMaxAmount) amount.refuse("phải từ 1 đến " + std::to_string(kMaxAmount) + " ngày");
    return rule;
  }
  const double office_seconds = amount.number() * 3600;
  if (!(office_seconds >= 1) || office_seconds > kMaxAmount * 3600.0) amount.refuse("phải lớn hơn 0 và không quá " + std::to_string(kMaxAmount) + " giờ");
  if (std::abs(office_seconds - std::round(office_seconds)) > 1e-6) amount.refuse("phải là số giờ tròn đến giây");
  rule.office_time = seconds{std::llround(office_seconds)};
  return rule;
}

void read_options(const Node& options, DutyClock& clock) {
  for (const Node& pause : optional_items(options, "pauses")) {
    Pause read{pause.get("from").moment(), std::nullopt, optional_text(pause, "ground")};
    if (const Node to = pause.get("to"); !to.is_null()) read.to = to.moment();
    if (read.to && *read.to < read.from) pause.refuse("tạm dừng kết thúc trước khi bắt đầu");
    clock.pauses.push_back(std::move(read));
  }
  if (const auto extension = options.find("extension"); extension && !extension->is_null()) {
    const Node amount = extension->get("amount");
    clock.extension = Extension{amount.whole(), extension->get("decided_at").moment()};
    if (clock.extension->days < 1 || clock.extension->days > kMaxAmount) amount.refuse("phải từ 1 đến " + std::to_string(kMaxAmount) + " ngày");
  }
}

ExpectedDue read_expected(const Node& node) {
  ExpectedDue expected;
  const auto due = node.find("expected_due");
  expected.error = optional_text(node, "expected_error");
  expected.is_given = due.has_value() || !expected.error.empty();
  if (due && !due->is_null()) expected.due = due->moment();
  if (const auto year = node.find("missing_year"); year && !year->is_null()) expected.missing_year = year->whole();
  if (const auto left = node.find("remaining_office_seconds"); left && !left->is_null()) expected.remaining_office_seconds = left->whole();
  if (node.find("counted_days")) {
    expected.counted_days.emplace();
    for (const Node& day : node.get("counted_days").items()) expected.counted_days->push_back(day.date());
  }
  if (node.find("skipped_days")) {
    expected.skipped_days.emplace();
    for (const Node& day : node.get("skipped_days").items()) expected.skipped_days->emplace_back(day.get("date").date(), day.get("reason").text());
  }
  if (const auto given = node.find("counted_office_seconds")) {
    expected.counted_office_seconds.emplace();
    for (const auto& [date, office_seconds] : given->members()) {
      const auto day = parse_date_key(date);
      if (!day) office_seconds.refuse("không phải là ngày có thật dạng 2027-03-04");
      expected.counted_office_seconds->emplace_back(*day, office_seconds.whole());
    }
  }
  for (const Node& act : optional_items(node, "acts")) expected.acts.emplace_back(act.get("at").moment(), act.get("in_time").truth());
  return expected;
}

DueCase read_case(const Node& unnamed, const std::vector<Calendar>& calendars) {
  DueCase read;
  read.label = unnamed.get("label").text();
  const Node node = unnamed.called("Trường hợp “" + read.label + "”");
  const Node id = node.get("calendar");
  const auto calendar = std::find_if(calendars.begin(), calendars.end(), [&](const Calendar& c) { return c.id() == id.text(); });
  if (calendar == calendars.end()) id.refuse("tệp không có lịch “" + id.text() + "”");
  read.calendar = static_cast<std::size_t>(calendar - calendars.begin());
  auto options = node.find("options");
  if (options && options->is_null()) options.reset();
  read.clock.rule = read_rule(node, options);
  read.clock.start = node.get("start").moment();
  if (options) read_options(*options, read.clock);
  read.expected = read_expected(node);
  return read;
}

CaseFile read_file(const json& document) {
  const Node root{document, "Tệp"};
  CaseFile file;
  for (const Node& node : root.get("calendars").items()) {
    Calendar calendar = read_calendar(node);
    for (const Calendar& known : file.calendars)
      if (known.id() == calendar.id()) node.refuse("lịch “" + calendar.id() + "” được khai báo hai lần");
    file.calendars.push_back(std::move(calendar));
  }
  for (const Node& node : root.get("vectors").items()) file.cases.push_back(read_case(node, file.calendars));
  return file;
}

}  // namespace

base::Result<CaseFile> read_cases(std::string_view bytes) {
  json document;
  try {
    document = json::parse(bytes);
  } catch (const json::parse_error& error) {
    return base::fail(base::FaultKind::Invalid, "Tệp không phải là JSON đúng: hỏng ở gần byte thứ " + std::to_string(error.byte) + ".");
  } catch (const json::out_of_range&) {
    return base::fail(base::FaultKind::Invalid, "Tệp có một số quá lớn, không đọc được.");
  }
  try {
    return read_file(document);
  } catch (const BadFile& bad) {
    return base::fail(base::FaultKind::Invalid, bad.message);
  }
}

std::string date_key(base::LocalDate date) {
  std::array<char, 48> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::optional<base::LocalDate> parse_date_key(std::string_view text) {
  if (text.size() != 10) return {};
  const auto midnight = base::parse_sql(text);
  if (!midnight) return {};
  return base::LocalDate{floor<days>(*midnight)};
}

}  // namespace portal::calendar
