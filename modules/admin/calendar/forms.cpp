#include "modules/admin/calendar/forms.h"

#include <algorithm>

#include "modules/admin/people/forms.h"
#include "modules/admin/rules.h"
#include "shared/calendar/case_file.h"
#include "shared/text/slug.h"

namespace portal::admin {
namespace {

using Kind = Field::Kind;
using base::FaultKind;

constexpr std::array<std::string_view, 7> kWeekdays{"Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"};
constexpr std::string_view kUsualHours = "07:30-11:30,13:30-17:30";
constexpr int kLongestClosure = 60;  // days that one form may close

constexpr std::array kDayKinds{KindWords{"public_holiday", "Nghỉ lễ, tết"}, KindWords{"day_off", "Nghỉ"}, KindWords{"make_up_day", "Làm bù"},
                               KindWords{"half_day", "Làm việc một phần"}};

std::string calendar_url(const duty::StoredCalendar& calendar) { return "/quan-tri/lich/" + std::to_string(calendar.id.value); }

std::string hours_name(std::size_t weekday) { return "gio-" + std::to_string(weekday + 1); }

base::LocalDate day_in(const std::string& typed) { return base::local_date(*base::parse_date_time(typed)); }

base::LocalDate next(base::LocalDate day) { return std::chrono::sys_days{day} + std::chrono::days{1}; }

// "07:30-11:30, 13:30-17:30" without its blanks; dashes of any kind are one.
std::string compact(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with("–") || text.substr(at).starts_with("—")) {
      out += '-';
      at += 3;
    } else {
      if (text[at] != ' ' && text[at] != '\t') out += text[at] == ';' ? ',' : text[at];
      ++at;
    }
  }
  return out;
}

std::string text_of(const std::vector<duty::HoursRow>& rows) {
  std::vector<calendar::OfficeSpan> spans;
  for (const duty::HoursRow& row : rows) spans.push_back({std::chrono::minutes{row.opens_minute}, std::chrono::minutes{row.closes_minute}});
  std::sort(spans.begin(), spans.end());
  return spans.empty() ? std::string{} : compact(calendar::describe_hours(spans));
}

// The rows of one weekday that hold on `day`.
std::vector<duty::HoursRow> rows_on(const std::vector<duty::HoursRow>& hours, std::size_t weekday, base::LocalDate day) {
  std::vector<duty::HoursRow> rows;
  for (const duty::HoursRow& row : hours)
    if (row.weekday == weekday + 1 && row.valid_from <= day && (!row.valid_to || day <= *row.valid_to)) rows.push_back(row);
  return rows;
}

std::array<bool, 7> weekly_days_off(const duty::StoredCalendar& calendar, int year) {
  std::array<bool, 7> off{};
  const base::LocalDate first = std::chrono::year{year} / std::chrono::January / 1;
  for (std::size_t weekday = 0; weekday < off.size(); ++weekday) off.at(weekday) = rows_on(calendar.hours, weekday, first).empty();
  return off;
}

std::string day_words(const duty::DayRow& row) {
  return calendar::date_words(row.day) + ", " + std::string{label_of_day_kind(row.kind)} + ": " + row.name + (row.hours.empty() ? "" : " (" + row.hours + ")");
}

bool is_same_day(const duty::DayRow& row, const duty::DayRow& other) { return row.day == other.day && row.kind == other.kind; }

}  // namespace

std::string_view label_of_day_kind(std::string_view kind) { return label_in(kDayKinds, kind); }

std::vector<std::string> week_words(const std::vector<duty::HoursRow>& hours, base::LocalDate day) {
  std::array<std::string, 7> texts;
  for (std::size_t weekday = 0; weekday < texts.size(); ++weekday) texts.at(weekday) = text_of(rows_on(hours, weekday, day));
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < texts.size();) {
    std::size_t to = from;
    while (to + 1 < texts.size() && texts.at(to + 1) == texts.at(from)) ++to;
    const std::string days = std::string{kWeekdays.at(from)} + (to == from ? "" : " – " + std::string{kWeekdays.at(to)});
    lines.push_back(days + ": " + (texts.at(from).empty() ? std::string{"nghỉ"} : texts.at(from)));
    from = to + 1;
  }
  return lines;
}

FormPage calendar_form() {
  FormPage page;
  page.title = "Thêm lịch làm việc";
  page.lead = "Lịch của một cơ quan, đơn vị khác có giờ làm việc hoặc ngày nghỉ riêng. Sau khi thêm, nhập giờ làm việc rồi nhập từng năm.";
  page.action = "/quan-tri/lich/moi";
  page.submit = "Thêm lịch";
  page.cancel_url = "/quan-tri/lich/";
  page.fields = {{.kind = Kind::Text, .name = "name", .label = "Tên lịch", .hint = "Ví dụ: Lịch làm việc của Trung tâm Trợ giúp pháp lý.", .required = true, .max_length = 200},
                 {.kind = Kind::Text, .name = "code", .label = "Mã", .hint = "Chữ thường không dấu, chữ số, gạch nối; không đổi được về sau.", .required = true, .max_length = 20, .width = "20"}};
  return page;
}

base::Result<NewCalendar> parse_calendar(const http::Fields& form) {
  FieldReader reader(form);
  NewCalendar made;
  made.name = reader.line("name", 200, true, "Tên lịch");
  made.code = form.get("code");
  if (!text::Slug::parse(made.code) || made.code.size() > 20) reader.fail("code", "Viết bằng chữ thường không dấu, chữ số và dấu gạch nối, tối đa 20 ký tự.");
  return std::move(reader).finish(std::move(made));
}

FormPage hours_form(const duty::StoredCalendar& calendar) {
  FormPage page;
  page.title = "Đổi giờ làm việc";
  page.lead = calendar.name + ". Giờ cũ vẫn giữ cho những ngày trước ngày áp dụng. Có ngày cuối thì sau ngày đó giờ cũ trở lại.";
  page.action = calendar_url(calendar) + "/gio";
  page.submit = "Xem trước";
  page.cancel_url = calendar_url(calendar);
  page.fields = {{.kind = Kind::Date, .name = "tu", .label = "Áp dụng từ ngày", .required = true},
                 {.kind = Kind::Date, .name = "den", .label = "Đến hết ngày", .hint = "Để trống nếu không có ngày cuối."}};
  for (std::size_t weekday = 0; weekday < kWeekdays.size(); ++weekday)
    page.fields.push_back({.kind = Kind::Text, .name = hours_name(weekday), .label = std::string{kWeekdays.at(weekday)},
                           .hint = weekday == 0 ? "Ví dụ 07:30-11:30,13:30-17:30. Để trống là nghỉ; áp dụng cho mọi ô dưới đây." : "", .max_length = 60, .width = "30"});
  page.fields.push_back({.kind = Kind::Text, .name = "source", .label = "Căn cứ", .hint = "Số, ngày của quyết định hoặc thông báo về giờ làm việc.", .required = true, .max_length = 300});
  page.hidden.emplace_back("row_version", std::to_string(calendar.row_version));
  return page;
}

http::Fields hours_values(const duty::StoredCalendar& calendar, base::LocalDate today) {
  http::Fields values;
  values.add("tu", "");
  for (std::size_t weekday = 0; weekday < kWeekdays.size(); ++weekday) values.add(hours_name(weekday), text_of(rows_on(calendar.hours, weekday, today)));
  return values;
}

base::Result<CalendarDraft> parse_hours_form(const http::Fields& form, const duty::StoredCalendar& calendar) {
  FieldReader reader(form);
  const std::string from = reader.day("tu", true, "Áp dụng từ ngày");
  const std::string to = reader.day("den", false, "Đến hết ngày");
  const std::string source = reader.line("source", 300, true, "Căn cứ");
  duty::Week week;
  bool has_any = false;
  for (std::size_t weekday = 0; weekday < kWeekdays.size(); ++weekday) {
    const std::string typed = compact(form.get(hours_name(weekday)));
    if (typed.empty()) continue;
    const auto spans = duty::parse_hours(typed);
    if (!spans) {
      reader.fail(hours_name(weekday), "Viết giờ như 07:30-11:30,13:30-17:30, các khoảng theo thứ tự và không trùng nhau.", "D9.3");
      continue;
    }
    has_any = true;
    week.at(weekday) = *spans;
  }
  if (!has_any && reader.is_good()) reader.fail(hours_name(0), "Ghi giờ làm việc của ít nhất một ngày trong tuần.", "D9.3");
  if (!reader.has_failed("tu") && !reader.has_failed("den") && !to.empty() && day_in(to) < day_in(from)) reader.fail("den", "Ngày cuối phải sau ngày đầu.");
  if (!reader.is_good()) return base::fail(FaultKind::Invalid, "Chưa lưu được.", std::move(reader).errors());
  CalendarDraft draft;
  const base::LocalDate first = day_in(from);
  const std::optional<base::LocalDate> last = to.empty() ? std::nullopt : std::optional{day_in(to)};
  draft.change.hours = duty::with_week(calendar.hours, first, last, week, source);
  draft.lines.push_back("Giờ làm việc từ ngày " + from + (to.empty() ? "" : " đến hết ngày " + to) + ", theo " + source);
  for (const std::string& line : week_words(*draft.change.hours, first)) draft.lines.push_back(line);
  for (const std::string& line : week_words(calendar.hours, first)) draft.lines.push_back("Trước đây " + line);
  return draft;
}

FormPage year_form(const duty::StoredCalendar& calendar, int year) {
  FormPage page;
  page.title = "Nhập lịch năm " + std::to_string(year);
  page.lead = calendar.name + ". Ngày nghỉ lễ do luật quy định được tính sẵn; ghi số thông báo và chọn những điều luật để cơ quan có thẩm quyền quyết định hằng năm.";
  page.action = calendar_url(calendar) + "/nam/" + std::to_string(year);
  page.submit = "Xem trước";
  page.cancel_url = calendar_url(calendar) + "?nam=" + std::to_string(year);
  page.fields = {
      {.kind = Kind::Text, .name = "announcement", .label = "Số, ngày thông báo", .hint = "Ví dụ: Thông báo số 98/TB-STP ngày 16/11/2026. Chưa có thông báo thì chưa nhập năm.", .required = true, .max_length = 200},
      {.kind = Kind::Select, .name = "tet", .label = "Năm ngày nghỉ Tết Nguyên đán", .hint = "Bộ luật Lao động, Điều 112, khoản 1 và khoản 3.",
       .options = {{"", "Theo đề xuất của luật: kỳ nghỉ dài nhất"}, {"0", "Từ mùng một đến mùng năm"}, {"1", "Một ngày trước, bốn ngày từ mùng một"},
                   {"2", "Hai ngày trước, ba ngày từ mùng một"}, {"3", "Ba ngày trước, hai ngày từ mùng một"}, {"4", "Bốn ngày trước và mùng một"}}},
      {.kind = Kind::Select, .name = "quoc_khanh", .label = "Ngày nghỉ liền kề Quốc khánh", .hint = "Bộ luật Lao động, Điều 112, khoản 1, điểm đ.",
       .options = {{"", "Theo đề xuất của luật: kỳ nghỉ dài nhất"}, {"1", "Ngày 01/9"}, {"3", "Ngày 03/9"}}}};
  page.hidden.emplace_back("row_version", std::to_string(calendar.row_version));
  return page;
}

http::Fields year_values(const duty::StoredCalendar& calendar, int year) {
  http::Fields values;
  const duty::YearRow* row = calendar.find_year(year);
  values.add("announcement", row == nullptr ? std::string{} : row->announcement);
  values.add("tet", "");
  values.add("quoc_khanh", "");
  return values;
}

base::Result<std::vector<calendar::ProposedHoliday>> holidays_of(const http::Fields& form, const duty::StoredCalendar& calendar, int year) {
  const auto off = weekly_days_off(calendar, year);
  if (std::all_of(off.begin(), off.end(), [](bool is_off) { return is_off; }))
    return base::fail(FaultKind::Invalid, "Lịch này chưa có giờ làm việc vào đầu năm " + std::to_string(year) + ". Ghi giờ làm việc trước khi nhập năm.");
  calendar::YearChoices choices;
  const std::string announcement{form.get("announcement")};
  const std::string_view tet = form.get("tet");
  if (tet.size() == 1 && tet[0] >= '0' && tet[0] <= '4') choices.tet_days_before = tet[0] - '0';
  choices.tet_source = announcement;
  const std::string_view beside = form.get("quoc_khanh");
  if (beside == "1" || beside == "3") choices.national_day_after = beside == "3";
  choices.national_day_source = announcement;
  return calendar::propose_holidays(year, choices, off);
}

base::Result<CalendarDraft> parse_year_form(const http::Fields& form, const duty::StoredCalendar& calendar, int year, base::PersonId by, base::UtcTime now) {
  FieldReader reader(form);
  const std::string announcement = reader.line("announcement", 200, true, "Số, ngày thông báo");
  if (!reader.is_good()) return base::fail(FaultKind::Invalid, "Chưa lưu được.", std::move(reader).errors());
  const auto holidays = holidays_of(form, calendar, year);
  if (!holidays) return base::fail(FaultKind::Invalid, holidays.error().message, {{"announcement", holidays.error().message, "D9.3"}});
  CalendarDraft draft;
  const duty::YearRow* before = calendar.find_year(year);
  const bool was_entered = before != nullptr && before->is_entered;
  draft.change.year = duty::YearRow{year, true, announcement, by, now};
  draft.lines.push_back("Năm " + std::to_string(year) + ": " + (was_entered ? "đã nhập theo " + before->announcement : std::string{"chưa nhập"}) + " → nhập theo " + announcement);
  std::vector<duty::DayRow> wanted;
  for (const calendar::ProposedHoliday& holiday : *holidays) {
    const duty::DayRow row{holiday.date, "public_holiday", holiday.name, holiday.source, ""};
    // Two holidays on one date are one row with both names.
    const auto same = std::find_if(wanted.begin(), wanted.end(), [&](const duty::DayRow& other) { return is_same_day(other, row); });
    if (same == wanted.end()) wanted.push_back(row);
    else same->name += "; " + row.name;
  }
  for (const duty::DayRow& known : calendar.days) {
    if (int{known.day.year()} != year || known.kind != "public_holiday") continue;
    if (std::any_of(wanted.begin(), wanted.end(), [&](const duty::DayRow& row) { return is_same_day(row, known); })) continue;
    draft.change.drop.push_back({known.day, known.kind});
    draft.lines.push_back("Bỏ " + day_words(known));
  }
  for (const duty::DayRow& row : wanted) {
    const auto known = std::find_if(calendar.days.begin(), calendar.days.end(), [&](const duty::DayRow& other) { return is_same_day(other, row); });
    if (known != calendar.days.end() && *known == row) continue;
    draft.change.put.push_back(row);
    draft.lines.push_back((known == calendar.days.end() ? "Thêm " : "Sửa ") + day_words(row) + ". Căn cứ: " + row.source);
  }
  return draft;
}

FormPage day_form(const duty::StoredCalendar& calendar) {
  FormPage page;
  page.title = "Thêm ngày nghỉ, ngày làm bù";
  page.lead = calendar.name + ".";
  page.action = calendar_url(calendar) + "/ngay";
  page.submit = "Xem trước";
  page.cancel_url = calendar_url(calendar);
  page.fields = {
      {.kind = Kind::Select, .name = "kind", .label = "Loại ngày",
       .options = {{"", "Chọn loại ngày"}, {"swap", "Hoán đổi: nghỉ một ngày, làm bù ngày khác"}, {"day_off", "Nghỉ (cơ quan đóng cửa)"}, {"half_day", "Làm việc một phần trong ngày"},
                   {"make_up_day", "Làm bù"}, {"public_holiday", "Nghỉ lễ, tết"}}, .required = true},
      {.kind = Kind::Date, .name = "day", .label = "Ngày", .required = true},
      {.kind = Kind::Date, .name = "last_day", .label = "Đến hết ngày", .hint = "Chỉ khi nghỉ nhiều ngày liền."},
      {.kind = Kind::Date, .name = "make_up_day", .label = "Làm bù vào ngày", .hint = "Chỉ khi hoán đổi."},
      {.kind = Kind::Text, .name = "hours", .label = "Giờ làm việc", .hint = "Của ngày làm bù, hoặc phần còn làm của ngày làm một phần. Ví dụ 07:30-11:30. Ngày làm bù để trống là cả ngày.", .max_length = 60, .width = "30"},
      {.kind = Kind::Text, .name = "name", .label = "Nội dung", .hint = "Ví dụ: Nghỉ tránh bão số 9.", .required = true, .max_length = 180},
      {.kind = Kind::Text, .name = "source", .label = "Căn cứ", .hint = "Số, ngày của thông báo.", .required = true, .max_length = 300}};
  page.hidden.emplace_back("row_version", std::to_string(calendar.row_version));
  return page;
}

base::Result<CalendarDraft> parse_day_form(const http::Fields& form, const duty::StoredCalendar& calendar) {
  FieldReader reader(form);
  const std::string kind{form.get("kind")};
  const bool is_swap = kind == "swap";
  if (!is_swap && label_in(kDayKinds, kind) == kind) reader.fail("kind", "Xin chọn loại ngày.");
  const std::string day = reader.day("day", true, "Ngày");
  const std::string last = reader.day("last_day", false, "Đến hết ngày");
  const std::string made_up = reader.day("make_up_day", is_swap, "Làm bù vào ngày");
  const std::string name = reader.line("name", 180, true, "Nội dung");
  const std::string source = reader.line("source", 300, true, "Căn cứ");
  std::string hours = compact(form.get("hours"));
  if (!hours.empty() && !duty::parse_hours(hours)) reader.fail("hours", "Viết giờ như 07:30-11:30,13:30-17:30.", "D9.3");
  const bool takes_hours = is_swap || kind == "make_up_day" || kind == "half_day";
  if (!hours.empty() && !takes_hours) reader.fail("hours", "Chỉ ghi giờ cho ngày làm bù và ngày làm một phần.");
  if (hours.empty() && kind == "half_day") reader.fail("hours", "Ghi giờ còn làm việc trong ngày.", "D9.3");
  if (hours.empty() && (is_swap || kind == "make_up_day")) hours = kUsualHours;
  if (!last.empty() && kind != "day_off") reader.fail("last_day", "Chỉ ghi khi nghỉ nhiều ngày liền.");
  if (!made_up.empty() && !is_swap) reader.fail("make_up_day", "Chỉ ghi khi hoán đổi.");
  if (reader.is_good() && !last.empty()) {
    const auto length = (std::chrono::sys_days{day_in(last)} - std::chrono::sys_days{day_in(day)}).count();
    if (length < 0) reader.fail("last_day", "Ngày cuối phải sau ngày đầu.");
    if (length >= kLongestClosure) reader.fail("last_day", "Một lần ghi không quá " + std::to_string(kLongestClosure) + " ngày.");
  }
  if (reader.is_good() && is_swap && day_in(made_up) == day_in(day)) reader.fail("make_up_day", "Ngày làm bù phải khác ngày nghỉ.");
  if (!reader.is_good()) return base::fail(FaultKind::Invalid, "Chưa lưu được.", std::move(reader).errors());
  CalendarDraft draft;
  if (is_swap) {
    draft.change.put = {{day_in(day), "day_off", name + " (làm bù ngày " + made_up + ")", source, ""},
                        {day_in(made_up), "make_up_day", "Làm bù cho ngày " + day, source, hours}};
  } else {
    const base::LocalDate end = last.empty() ? day_in(day) : day_in(last);
    const std::string own_hours = takes_hours ? hours : std::string{};
    for (base::LocalDate one = day_in(day); one <= end; one = next(one)) draft.change.put.push_back({one, kind, name, source, own_hours});
  }
  for (const duty::DayRow& row : draft.change.put) {
    const auto known = std::find_if(calendar.days.begin(), calendar.days.end(), [&](const duty::DayRow& other) { return is_same_day(other, row); });
    const std::string before = known == calendar.days.end() ? std::string{} : ". Trước đây: " + day_words(*known) + ", căn cứ " + known->source;
    draft.lines.push_back("Ghi " + day_words(row) + ". Căn cứ: " + row.source + before);
  }
  return draft;
}

base::Result<CalendarDraft> parse_drop(const http::Fields& form, const duty::StoredCalendar& calendar) {
  const auto day = calendar::parse_date_key(form.get("ngay"));
  const auto found = std::find_if(calendar.days.begin(), calendar.days.end(),
                                  [&](const duty::DayRow& row) { return day && row.day == *day && row.kind == form.get("loai"); });
  if (found == calendar.days.end()) return base::fail(FaultKind::NotFound, "Lịch không có ngày này.");
  CalendarDraft draft;
  draft.change.drop = {{found->day, found->kind}};
  draft.lines = {"Bỏ " + day_words(*found) + ". Căn cứ khi ghi: " + found->source};
  return draft;
}

}  // namespace portal::admin
