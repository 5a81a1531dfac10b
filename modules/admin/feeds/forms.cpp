#include "modules/admin/feeds/forms.h"

#include <algorithm>

#include "shared/mail/outbox.h"
#include "shared/office/field_reader.h"
#include "shared/richtext/link.h"
#include "shared/text/contact.h"

namespace portal::admin {
namespace {

using FieldKind = office::FormField::Kind;
using office::FieldReader;
using office::FormPage;
using office::Option;

constexpr std::size_t kLongestName = 200, kLongestAddress = 500, kLongestPhone = 40, kLongestPlace = 300;
constexpr std::int64_t kOftenest = 5, kSeldomest = 7 * 24 * 60;

std::vector<Option> options_of(std::string none, const std::vector<std::pair<std::uint64_t, std::string>>& choices) {
  std::vector<Option> options{{"", std::move(none)}};
  for (const auto& [id, name] : choices) options.push_back({std::to_string(id), name});
  return options;
}

bool is_one_of(const std::vector<std::pair<std::uint64_t, std::string>>& choices, std::uint64_t id) {
  return std::any_of(choices.begin(), choices.end(), [id](const auto& one) { return one.first == id; });
}

}  // namespace

FormPage feed_source_form(const FeedSource* existing, const FeedSourceChoices& choices) {
  const bool is_new = existing == nullptr || existing->id == 0;
  FormPage page;
  page.title = is_new ? "Thêm nguồn tin" : "Sửa nguồn tin";
  page.lead = "Mỗi mục mới trong kênh tin vào sổ tiếp nhận một lần, ghi rõ nguồn, rồi chờ phân loại và các bước duyệt như mọi nội dung khác. Không mục nào tự đăng.";
  page.action = is_new ? "/quan-tri/nguon-tin/moi" : "/quan-tri/nguon-tin/" + std::to_string(existing->id);
  page.submit = is_new ? "Thêm nguồn tin" : "Lưu";
  page.cancel_url = "/quan-tri/nguon-tin/";
  if (!is_new) page.hidden = {{"row_version", std::to_string(existing->row_version)}};
  page.fields = {
      {.kind = FieldKind::Text, .name = "name", .label = "Tên nguồn", .hint = "Ghi như sẽ hiện ở “Nguồn” của bài, ví dụ: Cổng thông tin điện tử Bộ Tư pháp.", .required = true,
       .max_length = static_cast<int>(kLongestName)},
      {.kind = FieldKind::Text, .name = "address", .label = "Địa chỉ kênh tin", .hint = "Địa chỉ RSS hoặc Atom, ví dụ https://moj.gov.vn/rss.xml.", .required = true,
       .max_length = static_cast<int>(kLongestAddress)},
      {.kind = FieldKind::Text, .name = "contact_name", .label = "Đầu mối: họ và tên", .hint = "Người chịu trách nhiệm thông tin ở nguồn (Điều 9, khoản 1, điểm b).", .required = true,
       .max_length = static_cast<int>(kLongestName)},
      {.kind = FieldKind::Email, .name = "contact_address", .label = "Đầu mối: thư điện tử", .required = true, .max_length = static_cast<int>(kLongestName)},
      {.kind = FieldKind::Telephone, .name = "contact_phone", .label = "Đầu mối: điện thoại", .hint = "Ghi điện thoại, địa chỉ liên lạc, hoặc cả hai.",
       .max_length = static_cast<int>(kLongestPhone), .width = "20"},
      {.kind = FieldKind::Text, .name = "contact_place", .label = "Đầu mối: địa chỉ liên lạc", .max_length = static_cast<int>(kLongestPlace)},
      {.kind = FieldKind::Select, .name = "section", .label = "Gợi ý chuyên mục", .hint = "Chọn sẵn khi phân loại; người phân loại đổi được.", .options = options_of("Không gợi ý", choices.sections)},
      {.kind = FieldKind::Select, .name = "unit", .label = "Gợi ý đơn vị chịu trách nhiệm", .options = options_of("Không gợi ý", choices.units)},
      {.kind = FieldKind::Text, .name = "every_minutes", .label = "Đọc lại sau mỗi (phút)", .hint = "Từ 5 phút đến 7 ngày (10080). Nguồn lỗi thì đọc thưa dần.", .required = true, .max_length = 5, .width = "10"},
      {.kind = FieldKind::Date, .name = "from", .label = "Lấy tin đăng từ ngày", .hint = "Mục đăng ở nguồn trước ngày này không lấy.", .required = true},
      {.kind = FieldKind::Date, .name = "to", .label = "Đến hết ngày", .hint = "Để trống nếu không có thời hạn."},
      {.kind = FieldKind::Checkbox, .name = "is_on", .label = "Đang đọc nguồn này", .hint = "Bỏ chọn để tạm ngừng; nội dung đã nhận vẫn ở trong sổ."}};
  return page;
}

base::Result<FeedSource> parse_feed_source(const http::Fields& form, const FeedSourceChoices& choices) {
  FieldReader reader(form);
  FeedSource source;
  source.name = reader.line("name", kLongestName, true, "Tên nguồn");
  source.address = reader.line("address", kLongestAddress, true, "Địa chỉ kênh tin");
  if (!reader.has_failed("address")) {
    const auto clean = richtext::clean_href(source.address);
    if (!clean || !richtext::is_external(*clean) || clean->size() > kLongestAddress)
      reader.fail("address", clean ? "Viết địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://." : clean.error().message);
    else
      source.address = clean->substr(0, clean->find('#'));
  }
  source.contact_name = reader.line("contact_name", kLongestName, true, "Đầu mối: họ và tên");
  source.contact_address = reader.line("contact_address", kLongestName, true, "Đầu mối: thư điện tử");
  source.contact_phone = reader.line("contact_phone", kLongestPhone, false, "Đầu mối: điện thoại");
  source.contact_place = reader.line("contact_place", kLongestPlace, false, "Đầu mối: địa chỉ liên lạc");
  if (!source.contact_address.empty() && !mail::is_address(source.contact_address))
    reader.fail("contact_address", "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@example.vn.", "D9.1b");
  if (!source.contact_phone.empty() && !text::is_phone(source.contact_phone)) reader.fail("contact_phone", "Viết số điện thoại bằng chữ số, có thể có dấu cách.", "D9.1b");
  if (source.contact_phone.empty() && source.contact_place.empty()) reader.fail("contact_phone", "Ghi điện thoại hoặc địa chỉ liên lạc của đầu mối.", "D9.1b");
  source.section = reader.id<base::SectionId>("section", "Gợi ý chuyên mục", false);
  source.unit = reader.id<base::UnitId>("unit", "Gợi ý đơn vị chịu trách nhiệm", false);
  if (source.section.is_set() && !is_one_of(choices.sections, source.section.value)) reader.fail("section", "Chọn một chuyên mục trong danh sách.", "D5");
  if (source.unit.is_set() && !is_one_of(choices.units, source.unit.value)) reader.fail("unit", "Chọn một đơn vị đang hoạt động.", "D9.1a");
  source.every_minutes = reader.number("every_minutes", kOftenest, kSeldomest, "Đọc lại sau mỗi (phút)");
  source.from = reader.day("from", true, "Lấy tin đăng từ ngày");
  source.to = reader.day("to", false, "Đến hết ngày");
  if (!reader.has_failed("from") && !reader.has_failed("to") && !source.to.empty() && *base::parse_date_time(source.to) < *base::parse_date_time(source.from))
    reader.fail("to", "Ngày cuối phải sau ngày đầu.");
  source.is_on = reader.tick("is_on");
  return std::move(reader).finish(std::move(source));
}

http::Fields fields_of(const FeedSource& source) {
  http::Fields fields;
  fields.add("name", source.name);
  fields.add("address", source.address);
  fields.add("contact_name", source.contact_name);
  fields.add("contact_address", source.contact_address);
  fields.add("contact_phone", source.contact_phone);
  fields.add("contact_place", source.contact_place);
  fields.add("section", source.section.is_set() ? std::to_string(source.section.value) : std::string{});
  fields.add("unit", source.unit.is_set() ? std::to_string(source.unit.value) : std::string{});
  fields.add("every_minutes", std::to_string(source.every_minutes));
  fields.add("from", source.from);
  fields.add("to", source.to);
  if (source.is_on) fields.add("is_on", "1");
  return fields;
}

}  // namespace portal::admin
