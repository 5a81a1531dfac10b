#include "modules/admin/intake/forms.h"

#include <algorithm>

#include "shared/mail/outbox.h"
#include "shared/text/contact.h"

namespace portal::admin {
namespace {

using intake::Act;
using office::FieldReader;
using office::FormField;
using office::FormPage;
using office::Option;
using FieldKind = FormField::Kind;

FormField line(std::string name, std::string label, std::string hint, std::size_t max) {
  return {.kind = FieldKind::Text, .name = std::move(name), .label = std::move(label), .hint = std::move(hint), .max_length = static_cast<int>(max)};
}

std::vector<Option> options_of(const std::vector<UnitChoice>& units) {
  std::vector<Option> options{{"", "Không thuộc đơn vị nào của ngành"}};
  for (const UnitChoice& unit : units) options.push_back({std::to_string(unit.id.value), unit.name});
  return options;
}

std::vector<Option> options_of(const std::vector<intake::Ground>& grounds) {
  std::vector<Option> options{{"", "Chọn một căn cứ"}};
  for (const intake::Ground& ground : grounds) options.push_back({ground.code, ground.label});
  return options;
}

std::string lead_of(const IntakeActPlace& place) {
  const std::string receipt = place.thing.may_answer ? "Người gửi được báo qua thư rằng tin, bài đã đến"
                                                     : "Không gửi thư tự động cho người gửi, vì thư này do máy gửi hoặc nghi giả mạo";
  const std::string missing = intake::missing_words(place.thing.sender);
  switch (place.row.act) {
    case Act::Release:
    case Act::Separate:
      return receipt + (missing.empty() || !place.thing.may_answer ? "." : ", và được đề nghị bổ sung: " + missing + ".") +
             (missing.empty() ? "" : " Khi chưa đủ thông tin người gửi thì chưa phân loại được (D9.1b).");
    case Act::MarkSpam: return "Người gửi không được báo. Thư rác vẫn nằm trong sổ và đưa trở lại được.";
    case Act::Unspam: return "Nội dung trở lại khu chờ kiểm tra.";
    case Act::FillIn: return "Ghi theo điện thoại, giấy tờ hoặc thư trao đổi với người gửi. Dữ liệu cá nhân, chỉ người làm việc với sổ tiếp nhận xem được.";
    case Act::Refuse:
      return place.thing.may_answer ? "Người gửi nhận thư báo có căn cứ và lý do ghi ở đây. Nội dung không tiếp nhận vẫn tìm được trong sổ."
                                    : "Không gửi thư tự động cho người gửi. Nội dung không tiếp nhận vẫn tìm được trong sổ.";
    case Act::Complete:
    case Act::Classify: break;
  }
  return "";
}

}  // namespace

FormPage intake_act_form(const IntakeActPlace& place) {
  FormPage form;
  form.title = place.row.label;
  form.lead = lead_of(place);
  form.action = intake::url_of(place.thing.id) + "/viec/" + std::string{place.row.slug};
  form.submit = place.row.label;
  form.cancel_url = intake::url_of(place.thing.id);
  form.is_danger = place.row.is_danger;
  form.hidden = {{"row_version", std::to_string(place.thing.row_version)}};
  if (place.row.act == Act::FillIn) {
    form.fields = {line("sender_name", "Họ và tên", "Họ tên đầy đủ của người gửi.", intake::kMaxName),
                   {.kind = FieldKind::Email, .name = "sender_address", .label = "Thư điện tử", .max_length = static_cast<int>(intake::kMaxAddress)},
                   {.kind = FieldKind::Telephone, .name = "sender_phone", .label = "Điện thoại", .hint = "Ghi điện thoại, địa chỉ liên lạc, hoặc cả hai.",
                    .max_length = static_cast<int>(intake::kMaxPhone), .width = "20"},
                   line("sender_place", "Địa chỉ liên lạc", "", intake::kMaxPlace),
                   {.kind = FieldKind::Select, .name = "unit", .label = "Đơn vị của ngành", .hint = "Đơn vị chịu trách nhiệm nội dung (D9.1a); công dân thì để trống.",
                    .options = options_of(place.units)},
                   line("sender_organisation", "Cơ quan, tổ chức", "Khi không thuộc đơn vị nào của ngành.", intake::kMaxName),
                   line("sender_position", "Chức danh", "Nếu có.", intake::kMaxName)};
  }
  if (place.row.act == Act::Refuse) {
    form.fields = {{.kind = FieldKind::Select, .name = "ground", .label = "Căn cứ", .options = options_of(place.grounds), .required = true},
                   {.kind = FieldKind::Area, .name = "reason", .label = "Lý do",
                    .hint = "Nêu điều cần chỉnh sửa để gửi lại (D4.2), hoặc vì sao không đăng (D12.3). Không chép nội dung mật.", .required = true,
                    .max_length = static_cast<int>(intake::kMaxReason), .rows = 5}};
  }
  return form;
}

FormPage purge_form(const intake::Intake& thing, intake::PurgeStep step, const intake::Purge& purge) {
  FormPage form;
  const bool asks = step == intake::PurgeStep::Ask;
  form.title = asks ? "Đề nghị tiêu hủy nội dung" : "Duyệt tiêu hủy nội dung";
  form.lead = "Chữ, tệp, thư gốc của " + thing.code + " và các thư trả lời trong cùng luồng được xóa khỏi mọi bảng và hộp thư của trang, không lấy lại được; sổ vẫn ghi ai đã làm gì, lúc nào (D12.3b).";
  form.lead += asks ? " Cần người thứ hai duyệt." : " " + purge.asked_name + " đề nghị lúc " + base::format_date_time(*purge.asked_at) + ".";
  form.action = intake::url_of(thing.id) + "/tieu-huy";
  form.submit = form.title;
  form.cancel_url = intake::url_of(thing.id);
  form.is_danger = true;
  form.hidden = {{"row_version", std::to_string(thing.row_version)}};
  return form;
}

http::Fields first_values(const IntakeActPlace& place) {
  http::Fields values;
  if (place.row.act != Act::FillIn) return values;
  const intake::Sender& sender = place.thing.sender;
  values.add("sender_name", sender.name);
  values.add("sender_address", sender.address);
  values.add("sender_phone", sender.phone);
  values.add("sender_place", sender.place);
  values.add("unit", sender.unit.is_set() ? std::to_string(sender.unit.value) : std::string{});
  values.add("sender_organisation", sender.organisation);
  values.add("sender_position", sender.position);
  return values;
}

base::Result<IntakeActDraft> parse_intake_act(const http::Fields& form, const IntakeActPlace& place) {
  FieldReader reader(form);
  IntakeActDraft draft;
  if (place.row.act == Act::FillIn) {
    intake::Sender& sender = draft.sender;
    sender.name = reader.line("sender_name", intake::kMaxName, false, "Họ và tên");
    sender.address = reader.line("sender_address", intake::kMaxAddress, false, "Thư điện tử");
    sender.phone = reader.line("sender_phone", intake::kMaxPhone, false, "Điện thoại");
    sender.place = reader.line("sender_place", intake::kMaxPlace, false, "Địa chỉ liên lạc");
    sender.organisation = reader.line("sender_organisation", intake::kMaxName, false, "Cơ quan, tổ chức");
    sender.position = reader.line("sender_position", intake::kMaxName, false, "Chức danh");
    sender.unit = reader.id<base::UnitId>("unit", "Đơn vị của ngành", false);
    const auto unit = std::find_if(place.units.begin(), place.units.end(), [&](const UnitChoice& one) { return one.id == sender.unit; });
    if (sender.unit.is_set() && unit == place.units.end()) reader.fail("unit", "Chọn một đơn vị đang hoạt động.", "D9.1a");
    if (unit != place.units.end()) sender.organisation = unit->name;
    if (!sender.address.empty() && !mail::is_address(sender.address)) reader.fail("sender_address", "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@example.vn.", "D9.1b");
    if (!sender.phone.empty() && !text::is_phone(sender.phone)) reader.fail("sender_phone", "Viết số điện thoại bằng chữ số, có thể có dấu cách.", "D9.1b");
  }
  if (place.row.act == Act::Refuse) {
    draft.ground = form.get("ground");
    const bool is_known = std::any_of(place.grounds.begin(), place.grounds.end(), [&](const intake::Ground& one) { return one.code == draft.ground; });
    if (!is_known) reader.fail("ground", "Chọn một căn cứ.", "D4.2, D12.3");
    draft.reason = reader.text("reason", intake::kMaxReason, true, "Lý do");
  }
  return std::move(reader).finish(std::move(draft));
}

}  // namespace portal::admin
