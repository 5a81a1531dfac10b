#include "modules/admin/senders/forms.h"

#include <algorithm>

#include "modules/admin/senders/store.h"
#include "shared/office/field_reader.h"

namespace portal::admin {
namespace {

using FieldKind = office::FormField::Kind;
using office::FieldReader;
using office::FormPage;
using office::Option;

constexpr std::size_t kLongestName = 200, kLongestWhy = 300;
constexpr std::int64_t kMostPerMinute = 600;

std::vector<Option> options_of(std::string none, const std::vector<std::pair<std::uint64_t, std::string>>& choices) {
  std::vector<Option> options{{"", std::move(none)}};
  for (const auto& [id, name] : choices) options.push_back({std::to_string(id), name});
  return options;
}

bool is_one_of(const std::vector<std::pair<std::uint64_t, std::string>>& choices, std::uint64_t id) {
  return std::any_of(choices.begin(), choices.end(), [id](const auto& one) { return one.first == id; });
}

}  // namespace

FormPage sender_form(const SenderChoices& choices) {
  FormPage page;
  page.title = "Cấp mã truy cập";
  page.lead = "Hệ thống có mã gửi được tin, bài vào sổ tiếp nhận và hỏi tình trạng của nội dung chính nó đã gửi; không đọc, không đăng được gì khác.";
  page.action = "/quan-tri/ket-noi/moi";
  page.submit = "Cấp mã";
  page.cancel_url = "/quan-tri/ket-noi/";
  page.fields = {{.kind = FieldKind::Text, .name = "name", .label = "Tên hệ thống hoặc tổ chức", .hint = "Ví dụ: Phần mềm tin bài Trung tâm Trợ giúp pháp lý. Tổ chức ngoài ngành thì ghi tên tổ chức.",
                  .required = true, .max_length = static_cast<int>(kLongestName)},
                 {.kind = FieldKind::Select, .name = "unit", .label = "Gửi cho đơn vị", .hint = "Đơn vị chịu trách nhiệm nội dung (Điều 9, khoản 1, điểm a).",
                  .options = options_of("Không gửi cho đơn vị nào của ngành", choices.units)},
                 {.kind = FieldKind::Select, .name = "person", .label = "Hoặc gửi cho cá nhân", .hint = "Chỉ chọn một trong hai: đơn vị hoặc cá nhân.",
                  .options = options_of("Không gửi cho cá nhân", choices.people)},
                 {.kind = FieldKind::Text, .name = "per_minute", .label = "Số yêu cầu nhiều nhất một phút", .required = true, .max_length = 3, .width = "10"},
                 {.kind = FieldKind::Date, .name = "from", .label = "Từ ngày", .hint = "Ngày/tháng/năm.", .required = true},
                 {.kind = FieldKind::Date, .name = "to", .label = "Đến hết ngày", .hint = "Nên có thời hạn, ví dụ một năm. Để trống nếu không có."}};
  return page;
}

base::Result<SenderDraft> parse_sender(const http::Fields& form, const SenderChoices& choices, base::UtcTime now) {
  FieldReader reader(form);
  SenderDraft draft;
  draft.name = reader.line("name", kLongestName, true, "Tên hệ thống hoặc tổ chức");
  draft.unit = reader.id<base::UnitId>("unit", "Gửi cho đơn vị", false);
  draft.person = reader.id<base::PersonId>("person", "Hoặc gửi cho cá nhân", false);
  if (draft.unit.is_set() && !is_one_of(choices.units, draft.unit.value)) reader.fail("unit", "Chọn một đơn vị đang hoạt động.", "D9.1a");
  if (draft.person.is_set() && !is_one_of(choices.people, draft.person.value)) reader.fail("person", "Chọn một người trong danh sách.", "D9.1a");
  if (draft.unit.is_set() && draft.person.is_set()) reader.fail("person", "Chỉ chọn một trong hai: đơn vị hoặc cá nhân.", "D9.1a");
  draft.per_minute = reader.number("per_minute", 1, kMostPerMinute, "Số yêu cầu nhiều nhất một phút");
  draft.from = reader.day("from", true, "Từ ngày");
  draft.to = reader.day("to", false, "Đến hết ngày");
  if (!reader.has_failed("from") && !reader.has_failed("to") && !draft.to.empty()) {
    const base::UtcTime last = *base::parse_date_time(draft.to);
    if (last < *base::parse_date_time(draft.from)) reader.fail("to", "Ngày cuối phải sau ngày đầu.");
    else if (last < base::start_of(base::local_date(now))) reader.fail("to", "Ngày cuối đã qua.");
  }
  return std::move(reader).finish(std::move(draft));
}

FormPage revoke_sender_form(const ImportSender& sender) {
  FormPage page;
  page.title = "Thu hồi mã truy cập";
  page.lead = "“" + sender.name + "” không gửi và không hỏi được nữa, ngay từ bây giờ. Nội dung đã gửi vẫn ở trong sổ. Mã đã thu hồi không dùng lại được; cần thì cấp mã mới.";
  page.action = "/quan-tri/ket-noi/" + std::to_string(sender.id) + "/thu-hoi";
  page.submit = "Thu hồi";
  page.cancel_url = "/quan-tri/ket-noi/";
  page.is_danger = true;
  page.hidden = {{"row_version", std::to_string(sender.row_version)}};
  page.fields = {{.kind = FieldKind::Text, .name = "why", .label = "Lý do", .required = true, .max_length = static_cast<int>(kLongestWhy)}};
  return page;
}

base::Result<std::string> parse_revoke_sender(const http::Fields& form) {
  FieldReader reader(form);
  std::string why = reader.line("why", kLongestWhy, true, "Lý do");
  return std::move(reader).finish(std::move(why));
}

}  // namespace portal::admin
