#include "modules/admin/rights/forms.h"

#include <algorithm>

#include "modules/admin/people/forms.h"
#include "modules/admin/rules.h"

namespace portal::admin {
namespace {

using Kind = Field::Kind;

}  // namespace

FormPage role_form(const Account& account, const std::vector<Unit>& units) {
  const std::string account_url = "/quan-tri/tai-khoan/" + std::to_string(account.id.value);
  FormPage page;
  page.title = "Nhập vai trò cho " + account.full_name;
  page.lead = "Tài khoản " + account.username + ". Vai trò về nội dung chỉ có hiệu lực sau khi Trưởng Ban Biên tập xác nhận; vai trò Trưởng Ban Biên tập do Lãnh đạo Sở xác nhận (Điều 6, khoản 3).";
  page.action = account_url + "/vai-tro";
  page.submit = "Nhập vai trò";
  page.cancel_url = account_url;
  std::vector<Option> roles{{"", "Chọn vai trò"}};
  for (const access::Role role : kAllRoles) roles.push_back({std::string{access::key_of(role)}, std::string{access::label_of(role)}});
  std::vector<Option> unit_options{{"", "Toàn Sở"}};
  for (const Unit& unit : units)
    if (unit.valid_to.empty()) unit_options.push_back({std::to_string(unit.id.value), unit.name});
  page.fields = {{.kind = Kind::Select, .name = "role", .label = "Vai trò", .options = std::move(roles), .required = true},
                 {.kind = Kind::Select, .name = "unit", .label = "Giữ vai trò ở đơn vị", .hint = "Bắt buộc với người viết, lãnh đạo đơn vị, đơn vị tư pháp địa phương, cán bộ một cửa.", .options = std::move(unit_options)},
                 {.kind = Kind::Date, .name = "valid_from", .label = "Từ ngày", .hint = "Ngày/tháng/năm.", .required = true},
                 {.kind = Kind::Date, .name = "valid_to", .label = "Đến hết ngày", .hint = "Để trống nếu không có thời hạn."}};
  return page;
}

base::Result<RoleDraft> parse_role_form(const http::Fields& form) {
  FieldReader reader(form);
  RoleDraft draft;
  if (!access::parse_role(form.get("role"), draft.role)) reader.fail("role", "Xin chọn vai trò.");
  draft.unit = reader.id<base::UnitId>("unit", "Đơn vị", false);
  if (!reader.has_failed("role")) {
    if (needs_unit(draft.role) && !draft.unit.is_set()) reader.fail("unit", "Vai trò này giữ ở một đơn vị. Xin chọn đơn vị.");
    if (!needs_unit(draft.role)) draft.unit = {};
  }
  draft.valid_from = reader.day("valid_from", true, "Từ ngày");
  draft.valid_to = reader.day("valid_to", false, "Đến hết ngày");
  if (reader.is_good() && !draft.valid_to.empty() && *base::parse_date_time(draft.valid_to) < *base::parse_date_time(draft.valid_from))
    reader.fail("valid_to", "Ngày cuối phải sau ngày đầu.");
  return std::move(reader).finish(std::move(draft));
}

FormPage delegation_form(const access::Actor& giver, const std::vector<Delegate>& delegates, const SectionTitles& titles) {
  FormPage page;
  page.title = "Ủy quyền";
  page.lead = "Người được ủy quyền không ủy quyền tiếp. Mỗi việc làm theo ủy quyền đều ghi số văn bản trong lịch sử (Điều 15, Điều 19).";
  page.action = "/quan-tri/uy-quyen/moi";
  page.submit = "Ủy quyền";
  page.cancel_url = "/quan-tri/uy-quyen/";
  std::vector<Option> people{{"", "Chọn người"}};
  for (const Delegate& delegate : delegates)
    people.push_back({std::to_string(delegate.person.value), delegate.full_name + " – " + delegate.job_title + (delegate.is_on_board ? " (Ban Biên tập)" : "")});
  std::vector<Option> acts{{"", "Chọn việc"}};
  bool by_section = false;
  for (const DelegableAct& act : delegable_acts()) {
    if (!why_not_give(giver, act).empty()) continue;
    acts.push_back({std::string{act.key}, std::string{act.label}});
    by_section = by_section || act.by_section;
  }
  std::vector<Option> sections{{"", "Mọi chuyên mục"}};
  if (by_section)
    for (const auto& [id, title] : titles) sections.push_back({std::to_string(id.value), title});
  page.fields = {{.kind = Kind::Select, .name = "person", .label = "Người được ủy quyền", .options = std::move(people), .required = true},
                 {.kind = Kind::Select, .name = "act", .label = "Việc được ủy quyền", .options = std::move(acts), .required = true},
                 {.kind = Kind::Select, .name = "section", .label = "Phạm vi", .hint = "Chỉ áp dụng cho xác thực và kiểm tra lần cuối.", .options = std::move(sections)},
                 {.kind = Kind::Date, .name = "valid_from", .label = "Từ ngày", .hint = "Ngày/tháng/năm.", .required = true},
                 {.kind = Kind::Date, .name = "valid_to", .label = "Đến hết ngày", .hint = "Mọi ủy quyền đều có thời hạn.", .required = true},
                 {.kind = Kind::Text, .name = "document_number", .label = "Số văn bản ủy quyền", .hint = "Ví dụ 05/QĐ-BBT.", .required = true, .max_length = 100, .width = "20"}};
  return page;
}

base::Result<DelegationDraft> parse_delegation(const http::Fields& form, const std::vector<Delegate>& delegates, const SectionTitles& titles,
                                               base::PersonId giver, base::UtcTime now) {
  FieldReader reader(form);
  DelegationDraft draft;
  draft.person = reader.id<base::PersonId>("person", "Người được ủy quyền", true);
  const DelegableAct* act = find_act(form.get("act"));
  if (act == nullptr) reader.fail("act", "Xin chọn việc được ủy quyền.");
  draft.section = reader.id<base::SectionId>("section", "Phạm vi", false);
  const bool is_known = std::any_of(titles.begin(), titles.end(), [&](const auto& row) { return row.first == draft.section; });
  if (draft.section.is_set() && !is_known) reader.fail("section", "Xin chọn một chuyên mục trong danh sách.");
  const std::string from = reader.day("valid_from", true, "Từ ngày");
  const std::string to = reader.day("valid_to", true, "Đến hết ngày");
  draft.document_number = reader.line("document_number", 100, true, "Số văn bản ủy quyền");
  if (act != nullptr) {
    draft.act = act->key;
    if (!act->by_section && draft.section.is_set()) reader.fail("section", "Việc này không giới hạn theo chuyên mục. Xin để “Mọi chuyên mục”.");
  }
  const auto delegate = std::find_if(delegates.begin(), delegates.end(), [&](const Delegate& d) { return d.person == draft.person; });
  if (draft.person.is_set() && delegate == delegates.end()) reader.fail("person", "Người này chưa có vai trò về nội dung nào đang có hiệu lực nên không nhận ủy quyền được.");
  if (act != nullptr && delegate != delegates.end())
    reader.fail_if("person", why_not_delegate(*act, draft.person == giver, delegate->is_on_board), std::string{act->clause});
  if (!reader.has_failed("valid_from") && !reader.has_failed("valid_to")) {
    draft.valid_from = *base::parse_date_time(from);
    draft.valid_to = *base::parse_date_time(to) + std::chrono::hours(24);  // to the end of that day
    if (draft.valid_to <= draft.valid_from) reader.fail("valid_to", "Ngày cuối phải sau ngày đầu.");
    else if (draft.valid_to <= now) reader.fail("valid_to", "Ngày cuối đã qua.");
  }
  return std::move(reader).finish(std::move(draft));
}

}  // namespace portal::admin
