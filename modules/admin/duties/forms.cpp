#include "modules/admin/duties/forms.h"

#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/rules.h"
#include "shared/calendar/calendar.h"
#include "shared/duty/duty_edit.h"
#include "shared/duty/reckon.h"

namespace portal::admin {
namespace {

using Kind = Field::Kind;
using base::FaultKind;

constexpr std::array kUnits{KindWords{"working_hours", "giờ làm việc"}, KindWords{"working_days", "ngày làm việc"}, KindWords{"calendar_days", "ngày theo lịch"},
                            KindWords{"window", "kỳ"}};
constexpr std::array kWindows{KindWords{"first_week_of_next_month", "Tuần đầu tiên của tháng sau"},
                              KindWords{"first_10_days_of_next_quarter", "10 ngày đầu tiên của quý sau"}};
constexpr std::array kFirstWeeks{KindWords{"days_1_7", "Từ ngày 01 đến ngày 07"}, KindWords{"first_mon_fri_week", "Tuần thứ Hai – thứ Sáu đầu tiên có ngày làm việc"}};

std::vector<Option> options_of(std::span<const KindWords> kinds, std::string_view nothing = {}) {
  std::vector<Option> options;
  if (!nothing.empty()) options.push_back({"", std::string{nothing}});
  for (const KindWords& kind : kinds) options.push_back({std::string{kind.key}, std::string{kind.label}});
  return options;
}

bool is_kind(std::span<const KindWords> kinds, std::string_view key) {
  return std::any_of(kinds.begin(), kinds.end(), [key](const KindWords& kind) { return kind.key == key; });
}

// Whether the amount is the clock's own: a month says itself how long it is (D9.4).
bool has_own_length(const duty::Duty& duty) { return !duty.amount && duty.unit != "window"; }

std::string number(const std::optional<unsigned>& value) { return value ? std::to_string(*value) : std::string{}; }

// Hours, with a half as "1,5".
std::string hours_text(std::chrono::minutes time) {
  const auto minutes = time.count();
  std::string text = std::to_string(minutes / 60);
  if (minutes % 60 == 30) text += ",5";
  return text;
}

std::string yes_no(bool value) { return value ? "có" : "không"; }

std::string day_text(const std::optional<base::LocalDate>& day) { return day ? calendar::date_words(*day) : std::string{}; }

std::chrono::minutes read_hours(FieldReader& reader, const http::Fields& form, const std::string& name, std::string_view label) {
  std::string typed{form.get(name)};
  std::erase(typed, ' ');
  const bool has_half = typed.ends_with(",5") || typed.ends_with(".5");
  if (has_half) typed.resize(typed.size() - 2);
  constexpr std::size_t kMostDigits = 4;
  const bool is_number = !typed.empty() && typed.size() <= kMostDigits && std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!is_number) {
    reader.fail(name, "“" + std::string{label} + "” là số giờ làm việc, ví dụ 4 hoặc 1,5; 0 là không báo.");
    return {};
  }
  return std::chrono::hours{std::stoi(typed)} + std::chrono::minutes{has_half ? 30 : 0};
}

}  // namespace

std::string length_words(const duty::Duty& duty) { return has_own_length(duty) ? std::string{"đến hết tháng"} : calendar::describe(duty::rule_of(duty)); }

std::string warning_words(std::chrono::minutes before) {
  constexpr long kDay = 8 * 60;
  if (before.count() == 0) return "không báo";
  if (before.count() % kDay == 0) return std::to_string(before.count() / kDay) + " ngày làm việc (" + hours_text(before) + " giờ)";
  return hours_text(before) + " giờ làm việc";
}

std::string role_words(std::string_view role) {
  access::Role known{};
  return access::parse_role(role, known) ? std::string{access::label_of(known)} : std::string{role};
}

FormPage duty_form(const duty::Duty& now) {
  FormPage page;
  page.title = "Đổi thời hạn: " + now.title;
  page.lead = "Thay đổi là một dòng mới áp dụng từ ngày ghi dưới đây. Việc bắt đầu trước ngày đó giữ nguyên cách tính cũ.";
  page.action = "/quan-tri/thoi-han/" + std::to_string(now.id.value) + "/sua";
  page.submit = "Xem trước";
  page.cancel_url = "/quan-tri/thoi-han/" + std::to_string(now.id.value);
  page.fields = {{.kind = Kind::Date, .name = "valid_from", .label = "Áp dụng từ ngày", .hint = "Sau ngày bắt đầu của dòng trước.", .required = true},
                 {.kind = Kind::Date, .name = "valid_to", .label = "Đến hết ngày", .hint = "Để trống nếu không có ngày cuối."},
                 {.kind = Kind::Text, .name = "title", .label = "Việc phải làm", .required = true, .max_length = 300}};
  if (!has_own_length(now)) {
    page.fields.push_back({.kind = Kind::Text, .name = "amount", .label = "Số giờ hoặc số ngày", .hint = "Để trống khi tính theo kỳ.", .max_length = 4, .width = "10"});
    page.fields.push_back({.kind = Kind::Select, .name = "unit", .label = "Cách tính", .options = options_of(kUnits), .required = true});
    page.fields.push_back({.kind = Kind::Select, .name = "window", .label = "Kỳ", .hint = "Chỉ khi tính theo kỳ.", .options = options_of(kWindows, "Không theo kỳ")});
    page.fields.push_back({.kind = Kind::Select, .name = "first_week", .label = "Cách hiểu tuần đầu tiên", .hint = "Chỉ khi kỳ là tuần đầu tiên của tháng sau.", .options = options_of(kFirstWeeks, "Không dùng")});
    page.fields.push_back({.kind = Kind::Text, .name = "extended_amount", .label = "Được gia hạn đến", .hint = "Số ngày làm việc nhiều nhất, tính từ ngày bắt đầu. Để trống nếu không được gia hạn.", .max_length = 4, .width = "10"});
  }
  page.fields.push_back({.kind = Kind::Checkbox, .name = "roll_forward", .label = "Ngày cuối là ngày nghỉ thì hạn chuyển sang ngày làm việc tiếp theo", .hint = "Bộ luật Dân sự, Điều 148, khoản 5. Chỉ có tác dụng với ngày theo lịch và kỳ."});
  page.fields.push_back({.kind = Kind::Text, .name = "amber", .label = "Chuyển màu vàng trước hạn", .hint = "Số giờ làm việc, ví dụ 4 hoặc 1,5.", .required = true, .max_length = 6, .width = "10"});
  page.fields.push_back({.kind = Kind::Text, .name = "remind", .label = "Nhắc trước hạn", .hint = "Số giờ làm việc; không sớm hơn lúc chuyển màu.", .required = true, .max_length = 6, .width = "10"});
  std::vector<Option> roles;
  for (const access::Role role : kAllRoles) roles.push_back({std::string{access::key_of(role)}, std::string{access::label_of(role)}});
  page.fields.push_back({.kind = Kind::Select, .name = "role", .label = "Vai trò chịu trách nhiệm", .options = std::move(roles), .required = true});
  page.fields.push_back({.kind = Kind::Area, .name = "note", .label = "Cách hiểu, căn cứ của thay đổi", .hint = "Số, ngày của quyết định; hiện ở trang “Vì sao hạn này?”.", .required = true, .max_length = 500, .rows = 3});
  page.hidden.emplace_back("row_version", std::to_string(now.row_version));
  return page;
}

http::Fields duty_values(const duty::Duty& now) {
  http::Fields values;
  values.add("title", now.title);
  values.add("amount", number(now.amount));
  values.add("unit", now.unit);
  values.add("window", now.window_kind);
  values.add("first_week", now.first_week);
  values.add("extended_amount", number(now.extended_amount));
  values.add("roll_forward", now.roll_forward ? "1" : "");
  values.add("amber", hours_text(now.amber));
  values.add("remind", hours_text(now.remind));
  values.add("role", now.role);
  values.add("note", now.note);
  return values;
}

base::Result<DutyDraft> parse_duty_form(const http::Fields& form, const duty::Duty& now, const std::vector<duty::Duty>& all) {
  FieldReader reader(form);
  DutyDraft draft;
  duty::Duty& row = draft.duty;
  row = now;
  row.id = {};
  row.valid_to.reset();
  const std::string from = reader.day("valid_from", true, "Áp dụng từ ngày");
  const std::string to = reader.day("valid_to", false, "Đến hết ngày");
  if (!reader.has_failed("valid_from")) row.valid_from = base::local_date(*base::parse_date_time(from));
  if (!reader.has_failed("valid_to") && !to.empty()) row.valid_to = base::local_date(*base::parse_date_time(to));
  row.title = reader.line("title", 300, true, "Việc phải làm");
  const auto amount_in = [&](const std::string& name, std::string_view label) -> std::optional<unsigned> {
    if (form.get(name).empty()) return {};
    return static_cast<unsigned>(reader.number(name, 1, calendar::kMaxAmount, label));
  };
  if (!has_own_length(now)) {
    row.unit = form.get("unit");
    if (!is_kind(kUnits, row.unit)) reader.fail("unit", "Xin chọn cách tính.");
    row.amount = amount_in("amount", "Số giờ hoặc số ngày");
    row.window_kind = form.get("window");
    row.first_week = form.get("first_week");
    if (!row.window_kind.empty() && !is_kind(kWindows, row.window_kind)) reader.fail("window", "Xin chọn kỳ trong danh sách.");
    if (!row.first_week.empty() && !is_kind(kFirstWeeks, row.first_week)) reader.fail("first_week", "Xin chọn cách hiểu trong danh sách.");
    row.extended_amount = amount_in("extended_amount", "Được gia hạn đến");
  }
  row.roll_forward = reader.tick("roll_forward");
  row.amber = read_hours(reader, form, "amber", "Chuyển màu vàng trước hạn");
  row.remind = read_hours(reader, form, "remind", "Nhắc trước hạn");
  access::Role role{};
  row.role = form.get("role");
  if (!access::parse_role(row.role, role)) reader.fail("role", "Xin chọn vai trò.");
  row.note = reader.text("note", 500, true, "Cách hiểu, căn cứ của thay đổi");
  if (reader.is_good()) {
    // The rules of the row itself, under the names of the form's fields.
    for (const base::FieldError& error : duty::faults_of(row)) reader.fail(error.field == "warnings" ? "remind" : error.field, error.message, error.clause);
    for (const duty::Duty& known : all)
      if (known.code == row.code && (known.valid_from >= row.valid_from || (known.valid_to && *known.valid_to >= row.valid_from)))
        reader.fail("valid_from", "Ngày bắt đầu áp dụng phải sau mọi dòng trước của quy định này.", row.clause);
  }
  if (!reader.is_good()) return base::fail(FaultKind::Invalid, "Chưa lưu được.", std::move(reader).errors());
  Changes changes;
  changes.add("Việc phải làm", now.title, row.title);
  changes.add("Thời hạn", length_words(now), length_words(row));
  changes.add("Được gia hạn đến", number(now.extended_amount), number(row.extended_amount));
  changes.add("Chuyển sang ngày làm việc tiếp theo", yes_no(now.roll_forward), yes_no(row.roll_forward));
  changes.add("Chuyển màu trước hạn", warning_words(now.amber), warning_words(row.amber));
  changes.add("Nhắc trước hạn", warning_words(now.remind), warning_words(row.remind));
  changes.add("Vai trò chịu trách nhiệm", role_words(now.role), role_words(row.role));
  changes.add("Cách hiểu, căn cứ", now.note, row.note);
  draft.lines.push_back(row.clause + ", " + now.title + ": áp dụng từ ngày " + day_text(row.valid_from) + (row.valid_to ? " đến hết ngày " + day_text(row.valid_to) : ""));
  std::string_view text = changes.text();
  while (!text.empty()) {
    const auto end = text.find('\n');
    draft.lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return draft;
}

std::vector<duty::Duty> with_row(const std::vector<duty::Duty>& all, const duty::Duty& row) {
  std::vector<duty::Duty> after = all;
  duty::DutyId last;
  const base::LocalDate eve = std::chrono::sys_days{row.valid_from} - std::chrono::days{1};
  for (duty::Duty& known : after) {
    if (known.id.value > last.value) last = known.id;
    if (known.code == row.code && !known.valid_to && known.valid_from < row.valid_from) known.valid_to = eve;
  }
  duty::Duty added = row;
  added.id = duty::DutyId{last.value + 1};
  after.push_back(added);
  return after;
}

}  // namespace portal::admin
