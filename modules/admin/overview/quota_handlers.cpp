// Quotas as data (D9.4): what every unit of the department owes a month, and the units that owe something else; by date, history kept.
#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/form_view.h"
#include "modules/admin/overview/handlers.h"
#include "modules/admin/overview/store.h"
#include "modules/admin/people/forms.h"

namespace portal::admin {
namespace {

constexpr std::string_view kQuotas = "/quan-tri/dinh-muc/";
constexpr std::int64_t kMost = 200;

office::Frame frame() { return {.menu = "overview", .crumbs = {{"/quan-tri/dieu-hanh/", "Điều hành"}, {std::string{kQuotas}, "Định mức"}}}; }

// "2026-11-01" -> "01/11/2026".
std::string day_words(std::string_view iso) {
  return iso.size() < 10 ? std::string{} : std::string{iso.substr(8, 2)} + "/" + std::string{iso.substr(5, 2)} + "/" + std::string{iso.substr(0, 4)};
}

FormPage quota_form(OverviewStore& store) {
  FormPage form;
  form.title = "Đặt định mức tin, bài";
  form.lead = "Định mức mới có hiệu lực từ ngày đầu tháng được chọn; định mức trước đó được giữ lại trong lịch sử.";
  form.action = "/quan-tri/dinh-muc/moi";
  form.submit = "Lưu định mức";
  form.cancel_url = kQuotas;
  std::vector<Option> units{{"", "Mọi phòng, đơn vị thuộc Sở"}};
  for (const auto& [id, name] : store.quota_units()) units.push_back({std::to_string(id.value), name});
  using Kind = Field::Kind;
  form.fields = {{.kind = Kind::Select, .name = "unit", .label = "Đơn vị", .options = std::move(units)},
                 {.kind = Kind::Date, .name = "valid_from", .label = "Áp dụng từ ngày", .hint = "Ngày 01 của một tháng.", .required = true},
                 {.kind = Kind::Text, .name = "min", .label = "Ít nhất (tin, bài một tháng)", .required = true, .width = "10"},
                 {.kind = Kind::Text, .name = "max", .label = "Nhiều nhất tính vào định mức", .required = true, .width = "10"},
                 {.kind = Kind::Text, .name = "source", .label = "Văn bản quyết định", .hint = "Số, ngày của văn bản.", .required = true, .max_length = 300}};
  return form;
}

struct Draft {
  base::UnitId unit;
  std::string from;  // ISO
  std::int64_t min = 0, max = 0;
  std::string source;
};

base::Result<Draft> parse_quota(const http::Fields& form, const std::vector<std::pair<base::UnitId, std::string>>& units) {
  FieldReader reader(form);
  Draft draft;
  draft.unit = reader.id<base::UnitId>("unit", "Đơn vị", false);
  const bool is_known = !draft.unit.is_set() || std::any_of(units.begin(), units.end(), [&](const auto& unit) { return unit.first == draft.unit; });
  if (!reader.has_failed("unit") && !is_known) reader.fail("unit", "Chọn một đơn vị trong danh sách.");
  const std::string day = reader.day("valid_from", true, "Áp dụng từ ngày");
  if (!reader.has_failed("valid_from") && !day.empty()) {
    if (!day.starts_with("01/")) reader.fail("valid_from", "Định mức tính theo tháng: chọn ngày 01 của một tháng.", "D9.4");
    draft.from = day.substr(6, 4) + "-" + day.substr(3, 2) + "-" + day.substr(0, 2);
  }
  draft.min = reader.number("min", 0, kMost, "Ít nhất");
  draft.max = reader.number("max", 0, kMost, "Nhiều nhất");
  if (!reader.has_failed("min") && !reader.has_failed("max") && draft.max < draft.min)
    reader.fail("max", "Mức nhiều nhất không nhỏ hơn mức ít nhất.", "D9.4");
  draft.source = reader.line("source", 300, true, "Văn bản quyết định");
  return std::move(reader).finish(draft);
}

}  // namespace

http::Response list_quotas(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Định mức tin, bài", .menu = "overview", .crumbs = {{"/quan-tri/dieu-hanh/", "Điều hành"}}, .here = "Định mức"},
                          "admin/quotas.tpl");
  view::Dict& content = page.content();
  content.show("MAY_CHANGE", access::may(context.actor, access::Capability::ManageQuotas));
  const std::string today = base::format_iso(context.now).substr(0, 10);
  for (const QuotaRow& quota : OverviewStore(context.db()).quota_rows()) {
    view::Dict row = content.section("ROW");
    row.set("UNIT", quota.unit_name.empty() ? std::string{"Mọi phòng, đơn vị thuộc Sở"} : quota.unit_name);
    row.set("OWED", std::to_string(quota.min) + "–" + std::to_string(quota.max));
    row.set("FROM", day_words(quota.valid_from));
    row.set_if("ENDS", "TO", day_words(quota.valid_to));
    row.set("SOURCE", quota.source);
    const bool is_over = !quota.valid_to.empty() && quota.valid_to < today;
    row.show("IS_OVER", is_over);
    row.show("IN_FORCE", !is_over && quota.valid_from <= today);
    row.show("TO_COME", quota.valid_from > today);
  }
  return std::move(page).respond();
}

http::Response new_quota(App& /*app*/, server::Context& context) {
  OverviewStore store(context.db());
  http::Fields values;
  values.add("unit", "");
  return show_form(context, frame(), quota_form(store), values);
}

http::Response set_quota(App& /*app*/, server::Context& context) {
  OverviewStore store(context.db());
  const FormPage form = quota_form(store);
  const auto draft = parse_quota(context.request.form, store.quota_units());
  if (!draft) return show_form(context, frame(), form, context.request.form, errors_of(draft.error(), form));
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const std::string before = store.set_quota(draft->unit, draft->from, draft->min, draft->max, draft->source);
    Changes changes;
    changes.add("Định mức", before, std::to_string(draft->min) + "–" + std::to_string(draft->max));
    changes.state("Áp dụng từ", day_words(draft->from));
    changes.state("Văn bản", draft->source);
    note(context, {.chain = "quota:" + std::to_string(draft->unit.value), .action = "quota_edit",
                   .authority = authority_of(context.actor, access::Capability::ManageQuotas), .note = changes.text()});
    return std::string{kQuotas};
  });
  return done ? http::redirect(*done) : form_again(context, frame(), form, done.error());
}

}  // namespace portal::admin
