#include "modules/admin/people/forms.h"

#include <algorithm>

#include "modules/admin/rules.h"
#include "shared/text/clean.h"
#include "shared/text/slug.h"

namespace portal::admin {
namespace {

using Kind = Field::Kind;

std::vector<Option> options_of(std::span<const KindWords> kinds) {
  std::vector<Option> options;
  for (const KindWords& kind : kinds) options.push_back({std::string{kind.key}, std::string{kind.label}});
  return options;
}

bool is_kind(std::span<const KindWords> kinds, std::string_view key) {
  return std::any_of(kinds.begin(), kinds.end(), [key](const KindWords& kind) { return kind.key == key; });
}

void check_contact(FieldReader& reader, const std::string& phone, const std::string& email) {
  if (!phone.empty() && !is_phone(phone)) reader.fail("phone", "Viết số điện thoại bằng chữ số, có thể có dấu cách.");
  if (!email.empty() && !is_email(email)) reader.fail("email", "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@minhgiang.gov.vn.");
}

}  // namespace

base::Result<Unit> parse_unit(const http::Fields& form, const std::vector<duty::StoredCalendar>& calendars, bool is_new) {
  FieldReader reader(form);
  Unit unit;
  unit.name = reader.line("name", 200, true, "Tên đơn vị");
  unit.short_name = reader.line("short_name", 100, true, "Tên gọi tắt");
  unit.kind = form.get("kind");
  if (!is_kind(unit_kinds(), unit.kind)) reader.fail("kind", "Xin chọn loại đơn vị.");
  unit.phone = reader.line("phone", 40, false, "Điện thoại");
  unit.email = reader.line("email", 200, false, "Thư điện tử");
  check_contact(reader, unit.phone, unit.email);
  unit.functions = reader.text("functions", 5000, false, "Chức năng, nhiệm vụ");
  unit.position = reader.number("position", 0, 9999, "Thứ tự");
  unit.valid_from = reader.day("valid_from", true, "Hoạt động từ ngày");
  unit.calendar = reader.id<duty::CalendarId>("calendar", "Lịch làm việc", false);
  if (unit.calendar.is_set() && std::none_of(calendars.begin(), calendars.end(), [&](const auto& one) { return one.id == unit.calendar && !one.is_own; }))
    reader.fail("calendar", "Chọn một lịch trong danh sách.");
  if (is_new) {
    unit.code = form.get("code");
    if (!text::Slug::parse(unit.code) || unit.code.size() > 64) reader.fail("code", "Viết bằng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ bo-tro-tu-phap.");
  } else {
    unit.row_version = row_version_of(form);  // its end is no field: what follows from that is shown first (unit_change_handlers.cpp)
  }
  return std::move(reader).finish(std::move(unit));
}

FormPage unit_form(const Unit* existing, const std::vector<duty::StoredCalendar>& calendars) {
  FormPage page;
  page.title = existing == nullptr ? "Thêm đơn vị" : existing->name;
  page.action = existing == nullptr ? "/quan-tri/don-vi/moi" : "/quan-tri/don-vi/" + std::to_string(existing->id.value);
  page.submit = existing == nullptr ? "Thêm đơn vị" : "Lưu đơn vị";
  page.cancel_url = "/quan-tri/don-vi/";
  page.fields = {{.kind = Kind::Text, .name = "name", .label = "Tên đơn vị", .required = true, .max_length = 200},
                 {.kind = Kind::Text, .name = "short_name", .label = "Tên gọi tắt", .hint = "Dùng trong danh sách, ví dụ: Phòng PBGDPL.", .required = true, .max_length = 100, .width = "30"}};
  if (existing == nullptr)
    page.fields.push_back({.kind = Kind::Text, .name = "code", .label = "Mã đơn vị", .hint = "Chữ thường không dấu, chữ số, gạch nối. Không đổi được sau khi thêm.", .required = true, .max_length = 64, .width = "30"});
  page.fields.push_back({.kind = Kind::Select, .name = "kind", .label = "Loại đơn vị", .hint = "Tư pháp địa phương được thống kê riêng, không tính định mức (Điều 7, khoản 2).", .options = options_of(unit_kinds()), .required = true});
  page.fields.push_back({.kind = Kind::Telephone, .name = "phone", .label = "Điện thoại", .max_length = 40, .width = "20"});
  page.fields.push_back({.kind = Kind::Email, .name = "email", .label = "Thư điện tử", .max_length = 200, .width = "30"});
  page.fields.push_back({.kind = Kind::Area, .name = "functions", .label = "Chức năng, nhiệm vụ", .hint = "Hiện ở trang Cơ cấu tổ chức.", .rows = 5});
  page.fields.push_back({.kind = Kind::Text, .name = "position", .label = "Thứ tự trong danh sách", .required = true, .max_length = 4, .width = "10"});
  page.fields.push_back({.kind = Kind::Date, .name = "valid_from", .label = "Hoạt động từ ngày", .hint = "Ngày/tháng/năm.", .required = true});
  std::vector<Option> options{{"", "Lịch của Sở"}};
  for (const duty::StoredCalendar& calendar : calendars)
    if (!calendar.is_own) options.push_back({std::to_string(calendar.id.value), calendar.name});
  if (options.size() > 1)
    page.fields.push_back({.kind = Kind::Select, .name = "calendar", .label = "Lịch làm việc", .hint = "Thời hạn của đơn vị bắt đầu từ nay tính theo lịch này; thời hạn đang chạy giữ lịch cũ.", .options = std::move(options)});
  if (existing != nullptr) {
    if (!existing->valid_to.empty()) page.lead = "Đơn vị đã kết thúc, hoạt động đến hết ngày " + existing->valid_to + ".";
    page.hidden.emplace_back("row_version", std::to_string(existing->row_version));
  }
  return page;
}

http::Fields fields_of(const Unit& unit) {
  http::Fields fields;
  fields.add("name", unit.name);
  fields.add("short_name", unit.short_name);
  fields.add("kind", unit.kind);
  fields.add("phone", unit.phone);
  fields.add("email", unit.email);
  fields.add("functions", unit.functions);
  fields.add("position", std::to_string(unit.position));
  fields.add("valid_from", unit.valid_from);
  if (unit.calendar.is_set()) fields.add("calendar", std::to_string(unit.calendar.value));
  return fields;
}

base::Result<UnitEnd> parse_unit_end(const http::Fields& form, const Unit& unit, const std::vector<Unit>& units, base::UtcTime now) {
  FieldReader reader(form);
  UnitEnd end;
  end.into = reader.id<base::UnitId>("into", "Đơn vị tiếp nhận", false);
  if (end.into.is_set() && !reader.has_failed("into")) {
    const auto into = std::find_if(units.begin(), units.end(), [&](const Unit& one) { return one.id == end.into; });
    if (end.into == unit.id) reader.fail("into", "Chọn một đơn vị khác.");
    else if (into == units.end() || !into->valid_to.empty()) reader.fail("into", "Chọn một đơn vị đang hoạt động.");
  }
  end.from = reader.day("from", true, "Từ ngày");
  if (!reader.has_failed("from")) {
    const base::UtcTime first = *base::parse_date_time(end.from);
    if (first < base::start_of(base::local_date(now))) reader.fail("from", "Ngày này không trước hôm nay: việc đã làm khi đơn vị còn hoạt động vẫn là của đơn vị.");
    else if (first <= *base::parse_date_time(unit.valid_from)) reader.fail("from", "Đơn vị hoạt động từ ngày " + unit.valid_from + ".");
  }
  end.document_number = reader.line("document_number", 100, true, "Số quyết định");
  return std::move(reader).finish(std::move(end));
}

FormPage unit_end_form(const Unit& unit, const std::vector<Unit>& units) {
  FormPage page;
  page.title = "Sáp nhập, giải thể " + unit.name;
  page.lead = "Bước tiếp theo cho xem trước mọi việc sẽ chuyển hoặc kết thúc. Việc này có hiệu lực sau khi Trưởng Ban Biên tập xác nhận, vì nó chuyển vai trò về nội dung.";
  page.action = "/quan-tri/don-vi/" + std::to_string(unit.id.value) + "/sap-nhap";
  page.submit = "Xem trước";
  page.cancel_url = "/quan-tri/don-vi/";
  std::vector<Option> options{{"", "Không có (giải thể, không còn việc phải chuyển)"}};
  for (const Unit& one : units)
    if (one.id != unit.id && one.valid_to.empty()) options.push_back({std::to_string(one.id.value), one.name});
  page.fields = {{.kind = Kind::Select, .name = "into", .label = "Đơn vị tiếp nhận", .hint = "Đơn vị nhận người, vai trò và bài chưa gửi; lãnh đạo của đơn vị này trả lời cho tin, bài cũ.", .options = std::move(options)},
                 {.kind = Kind::Date, .name = "from", .label = "Từ ngày", .hint = "Ngày đầu tiên không còn đơn vị cũ. Hôm nay: thực hiện ngay sau khi được xác nhận.", .required = true},
                 {.kind = Kind::Text, .name = "document_number", .label = "Số, ngày quyết định", .hint = "Ví dụ 123/QĐ-UBND ngày 20/11/2026.", .required = true, .max_length = 100, .width = "30"}};
  return page;
}

base::Result<Person> parse_person(const http::Fields& form, bool is_new) {
  FieldReader reader(form);
  Person person;
  person.full_name = reader.line("full_name", 120, true, "Họ và tên");
  person.job_title = reader.line("job_title", 200, true, "Chức vụ, chức danh");
  person.unit = reader.id<base::UnitId>("unit", "Đơn vị", true);
  person.phone = reader.line("phone", 40, false, "Điện thoại");
  person.email = reader.line("email", 200, false, "Thư điện tử");
  check_contact(reader, person.phone, person.email);
  person.bio = reader.text("bio", 3000, false, "Tóm tắt tiểu sử");
  person.is_leader = reader.tick("is_leader");
  person.is_public = reader.tick("is_public");
  person.position = reader.number("position", 0, 9999, "Thứ tự");
  if (person.is_leader && person.is_public && person.bio.empty())
    reader.fail("bio", "Người lãnh đạo được giới thiệu công khai phải có tóm tắt tiểu sử.", "D5.1");
  if (is_new) {
    person.code = form.get("code");
    if (!text::Slug::parse(person.code) || person.code.size() > 64) reader.fail("code", "Viết bằng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ nguyen-van-an.");
  } else {
    person.row_version = row_version_of(form);
  }
  return std::move(reader).finish(std::move(person));
}

FormPage person_form(const Person* existing, const std::vector<Unit>& units) {
  FormPage page;
  page.title = existing == nullptr ? "Thêm người" : existing->full_name;
  page.action = existing == nullptr ? "/quan-tri/nhan-su/moi" : "/quan-tri/nhan-su/" + std::to_string(existing->id.value);
  page.submit = existing == nullptr ? "Thêm người" : "Lưu thông tin";
  page.cancel_url = "/quan-tri/nhan-su/";
  std::vector<Option> unit_options{{"", "Chọn đơn vị"}};
  for (const Unit& unit : units)
    if (unit.valid_to.empty() || (existing != nullptr && existing->unit == unit.id)) unit_options.push_back({std::to_string(unit.id.value), unit.name});
  page.fields = {{.kind = Kind::Text, .name = "full_name", .label = "Họ và tên", .required = true, .max_length = 120, .width = "30"}};
  if (existing == nullptr)
    page.fields.push_back({.kind = Kind::Text, .name = "code", .label = "Mã người", .hint = "Chữ thường không dấu, chữ số, gạch nối. Không đổi được sau khi thêm.", .required = true, .max_length = 64, .width = "30"});
  page.fields.push_back({.kind = Kind::Text, .name = "job_title", .label = "Chức vụ, chức danh", .required = true, .max_length = 200});
  page.fields.push_back({.kind = Kind::Select, .name = "unit", .label = "Đơn vị", .options = std::move(unit_options), .required = true});
  page.fields.push_back({.kind = Kind::Telephone, .name = "phone", .label = "Điện thoại cơ quan", .max_length = 40, .width = "20"});
  page.fields.push_back({.kind = Kind::Email, .name = "email", .label = "Thư điện tử công vụ", .max_length = 200, .width = "30"});
  page.fields.push_back({.kind = Kind::Checkbox, .name = "is_public", .label = "Hiện trong danh bạ công khai", .hint = "Họ tên, chức vụ, đơn vị, điện thoại, thư điện tử (Điều 5, khoản 1)."});
  page.fields.push_back({.kind = Kind::Checkbox, .name = "is_leader", .label = "Lãnh đạo Sở, có phần giới thiệu riêng"});
  page.fields.push_back({.kind = Kind::Area, .name = "bio", .label = "Tóm tắt tiểu sử", .hint = "Chỉ cần với lãnh đạo Sở.", .rows = 4});
  page.fields.push_back({.kind = Kind::Text, .name = "position", .label = "Thứ tự trong đơn vị", .required = true, .max_length = 4, .width = "10"});
  if (existing != nullptr) page.hidden.emplace_back("row_version", std::to_string(existing->row_version));
  return page;
}

http::Fields fields_of(const Person& person) {
  http::Fields fields;
  fields.add("full_name", person.full_name);
  fields.add("job_title", person.job_title);
  fields.add("unit", std::to_string(person.unit.value));
  fields.add("phone", person.phone);
  fields.add("email", person.email);
  fields.add("bio", person.bio);
  fields.add("is_public", person.is_public ? "1" : "");
  fields.add("is_leader", person.is_leader ? "1" : "");
  fields.add("position", std::to_string(person.position));
  return fields;
}

base::Result<AccountDraft> parse_account(const http::Fields& form) {
  FieldReader reader(form);
  AccountDraft draft;
  draft.person = reader.id<base::PersonId>("person", "Người dùng tài khoản", true);
  draft.username = form.get("username");
  const bool is_well_formed = draft.username.size() >= 3 && draft.username.size() <= 64 &&
                              std::all_of(draft.username.begin(), draft.username.end(), [](char c) {
                                return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
                              });
  if (!is_well_formed) reader.fail("username", "Từ 3 đến 64 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối. Ví dụ nguyen.van.an.");
  draft.totp_required = reader.tick("totp_required");
  return std::move(reader).finish(std::move(draft));
}

FormPage account_form(const std::vector<Person>& people) {
  FormPage page;
  page.title = "Lập tài khoản";
  page.lead = "Hệ thống tạo một mật khẩu dùng một lần, chỉ hiện một lần ngay sau khi lập. Tài khoản chưa có quyền gì cho đến khi được nhập vai trò.";
  page.action = "/quan-tri/tai-khoan/moi";
  page.submit = "Lập tài khoản";
  page.cancel_url = "/quan-tri/tai-khoan/";
  std::vector<Option> options{{"", "Chọn người"}};
  for (const Person& person : people)
    options.push_back({std::to_string(person.id.value), person.full_name + (person.unit_name.empty() ? "" : " – " + person.unit_name)});
  page.fields = {{.kind = Kind::Select, .name = "person", .label = "Người dùng tài khoản", .hint = "Một người có thể có nhiều tài khoản; quyền luôn xét theo người.", .options = std::move(options), .required = true},
                 {.kind = Kind::Text, .name = "username", .label = "Tên đăng nhập", .hint = "Ví dụ nguyen.van.an.", .required = true, .max_length = 64, .width = "20"},
                 {.kind = Kind::Checkbox, .name = "totp_required", .label = "Bắt buộc xác thực hai lớp", .hint = "Vai trò chỉ có tác dụng sau khi người dùng cài mã xác thực."}};
  return page;
}

}  // namespace portal::admin
