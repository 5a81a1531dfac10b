// Decisions on a section (D12.1, D13.2): a row for each, valid from a day. What has begun stays, since items were classified by it; a change is another
// decision. A decision with a last day gives way afterwards to the one before it.
#include "modules/admin/act.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/store.h"
#include "modules/admin/sections/handlers.h"
#include "modules/admin/sections/right.h"
#include "modules/admin/sections/store.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

using base::FaultKind;
using Kind = Field::Kind;

constexpr std::string_view kSections = "/quan-tri/chuyen-muc/";
constexpr std::int64_t kMostMonths = 600;

std::string rules_url(base::SectionId id) { return std::string{kSections} + std::to_string(id.value) + "/quy-dinh"; }

std::string day_of(base::UtcTime now) { return base::format_iso(now).substr(0, 10); }

// "2026-12-01" as it is shown.
std::string shown(std::string_view day) {
  return day.size() == 10 ? std::string{day.substr(8)} + "/" + std::string{day.substr(5, 2)} + "/" + std::string{day.substr(0, 4)} : std::string{day};
}

std::string steps_words(bool needs_verify, bool needs_final_check) {
  if (needs_verify && needs_final_check) return "Bước 2 xác thực, bước 3 kiểm tra lần cuối";
  if (needs_verify) return "Chỉ bước 2 xác thực";
  if (needs_final_check) return "Chỉ bước 3 kiểm tra lần cuối";
  return "Không cần bước 2, bước 3; vẫn phải đủ phiếu kiểm tra chất lượng";
}

std::string_view original_words(bool needs_original) {
  return needs_original ? "Chỉ đăng khi đã xác nhận bản gốc có chữ ký (D9.1c)" : "Không cần bản gốc có chữ ký";
}

std::string retention_words(std::int64_t months) {
  return months == 0 ? "Không tự đến hạn lưu trữ" : "Đến hạn lưu trữ sau " + std::to_string(months) + " tháng kể từ ngày đăng";
}

FormPage rule_form(const Section& section) {
  FormPage page;
  page.title = "Quy định của chuyên mục " + section.title;
  page.action = rules_url(section.id);
  page.submit = "Ghi quyết định";
  page.cancel_url = kSections;
  page.fields = {
      {.kind = Kind::Date, .name = "valid_from", .label = "Áp dụng từ ngày", .hint = "Từ hôm nay trở đi. Bài đã phân loại trước ngày này giữ các bước của mình.", .required = true},
      {.kind = Kind::Date, .name = "valid_to", .label = "Đến hết ngày", .hint = "Để trống nếu áp dụng đến khi có quyết định khác. Hết ngày này thì quyết định trước đó lại có hiệu lực."},
      {.kind = Kind::Checkbox, .name = "needs_verify", .label = "Cần bước 2: xác thực", .hint = "Điều 15, khoản 2."},
      {.kind = Kind::Checkbox, .name = "needs_final_check", .label = "Cần bước 3: kiểm tra lần cuối", .hint = "Điều 15, khoản 3."},
      {.kind = Kind::Checkbox, .name = "needs_original", .label = "Cần bản gốc có chữ ký", .hint = "Điều 9, khoản 1, điểm c: văn bản, số liệu do Lãnh đạo Sở phê duyệt, ban hành."},
      {.kind = Kind::Text, .name = "retention_months", .label = "Lưu trữ sau bao nhiêu tháng", .hint = "Bài quá thời gian này được đề nghị đưa vào lưu trữ: rời danh sách, vẫn giữ địa chỉ (Điều 13, khoản 2). Ghi 0 nếu không theo thời gian.", .required = true, .max_length = 3, .width = "10"},
      {.kind = Kind::Text, .name = "document_number", .label = "Số quyết định của Ban Biên tập", .hint = "Ví dụ 09/QĐ-BBT.", .required = true, .max_length = 100, .width = "20"}};
  return page;
}

base::Result<SectionRule> parse_rule(const http::Fields& form, base::SectionId section, base::UtcTime now) {
  FieldReader reader(form);
  SectionRule rule;
  rule.section = section;
  const std::string from = reader.day("valid_from", true, "Áp dụng từ ngày");
  const std::string to = reader.day("valid_to", false, "Đến hết ngày");
  rule.needs_verify = reader.tick("needs_verify");
  rule.needs_final_check = reader.tick("needs_final_check");
  rule.needs_original = reader.tick("needs_original");
  rule.retention_months = reader.number("retention_months", 0, kMostMonths, "Lưu trữ sau bao nhiêu tháng");
  rule.document_number = reader.line("document_number", 100, true, "Số quyết định");
  if (!reader.has_failed("valid_from")) {
    rule.valid_from = *sql_date(from);
    if (rule.valid_from < day_of(now)) reader.fail("valid_from", "Quyết định không áp dụng ngược về ngày đã qua.", "D12.1");
  }
  if (!reader.has_failed("valid_to") && !to.empty()) {
    rule.valid_to = *sql_date(to);
    if (!rule.valid_from.empty() && rule.valid_to < rule.valid_from) reader.fail("valid_to", "Ngày cuối phải sau ngày đầu.");
  }
  return std::move(reader).finish(std::move(rule));
}

void fill_rule(view::Dict& content, const Section& section, const SectionRule& rule, const SectionRule* now, const std::string& today,
               std::string_view csrf_token) {
  view::Dict row = content.section("ROW");
  const bool is_to_come = rule.valid_from > today;
  row.set("FROM", shown(rule.valid_from));
  row.set_if("HAS_TO", "TO", shown(rule.valid_to));
  row.set("STEPS", steps_words(rule.needs_verify, rule.needs_final_check));
  row.set("RETENTION", retention_words(rule.retention_months));
  row.set("ORIGINAL", original_words(rule.needs_original));
  row.set("DOCUMENT", rule.document_number);
  row.set("BY", rule.decided_by + ", " + base::format_date_time(rule.decided_at));
  const bool is_over = !rule.valid_to.empty() && rule.valid_to < today;
  row.set("STATE", rule.revoked_at ? "Đã bỏ " + base::format_date(*rule.revoked_at)
                   : &rule == now  ? std::string{"Đang áp dụng"}
                   : is_to_come    ? std::string{"Chưa đến ngày"}
                   : is_over       ? std::string{"Đã hết hạn"}
                                   : std::string{"Đã có quyết định sau"});
  row.set("ICON", rule.revoked_at ? "ban" : &rule == now ? "circle-check" : is_to_come ? "hourglass" : "history");
  if (rule.revoked_at || !is_to_come) return;
  view::Dict drop = row.section("DROP");
  drop.set("ACT_URL", rules_url(section.id) + "/" + std::to_string(rule.id) + "/bo");
  drop.set("CSRF", csrf_token);
  drop.set("KEY", workflow::new_form_key());
}

http::Response show_page(server::Context& context, const Section& section, const http::Fields& values, const std::vector<base::FieldError>& errors) {
  const FormPage form = rule_form(section);
  office::Frame frame{.title = form.title, .menu = "sections", .crumbs = {{std::string{kSections}, "Chuyên mục"}}, .here = "Quy định"};
  office::OfficePage page(context, std::move(frame), "admin/section_rules.tpl");
  view::Dict& content = page.content();
  const std::string today = day_of(context.now);
  const auto rules = SectionStore(context.db()).rules(section.id);
  const SectionRule* now = rule_on(rules, section.id, today);
  content.set("HEADING", form.title);
  content.set("NOW_STEPS", now != nullptr ? steps_words(now->needs_verify, now->needs_final_check) : steps_words(section.needs_verify, section.needs_final_check));
  content.set("NOW_ORIGINAL", original_words(now != nullptr ? now->needs_original : section.needs_original));
  content.set("NOW_RETENTION", retention_words(now != nullptr ? now->retention_months : 0));
  content.set("NOW_SOURCE", now != nullptr ? "theo " + now->document_number : std::string{"như khi lập chuyên mục"});
  content.show("EMPTY", rules.empty());
  if (!rules.empty()) {
    view::Dict table = content.section("TABLE");
    for (const SectionRule& rule : rules) fill_rule(table, section, rule, now, today, context.csrf_token());
  }
  view::Dict drawn = content.include("FORM", "office/form.tpl");
  fill_form(drawn, form, values, errors, context.csrf_token());
  return std::move(page).respond(errors.empty() ? 200 : 422);
}

// The section of the address, when this person may decide on it and it takes items.
base::Result<Section> section_of(server::Context& context) {
  auto section = SectionStore(context.db()).section(context.path.id<base::SectionId>("id"));
  if (section && section->kind == "contact") return base::fail(FaultKind::NotFound, "Trang liên hệ lập từ cài đặt, không có bài để phê duyệt.");
  return section;
}

}  // namespace

http::Response show_rules(App& /*app*/, server::Context& context) {
  if (const auto right = section_right(context); !right) return server::fault_response(context, right.error());
  const auto section = section_of(context);
  if (!section) return server::fault_response(context, section.error());
  const auto rules = SectionStore(context.db()).rules(section->id);
  const SectionRule* now = rule_on(rules, section->id, day_of(context.now));
  http::Fields values;
  values.add("valid_from", base::format_date(context.now));
  values.add("needs_verify", (now != nullptr ? now->needs_verify : section->needs_verify) ? "1" : "");
  values.add("needs_final_check", (now != nullptr ? now->needs_final_check : section->needs_final_check) ? "1" : "");
  values.add("needs_original", (now != nullptr ? now->needs_original : section->needs_original) ? "1" : "");
  values.add("retention_months", std::to_string(now != nullptr ? now->retention_months : 0));
  return show_page(context, *section, values, {});
}

http::Response add_rule(App& /*app*/, server::Context& context) {
  const auto right = section_right(context);
  if (!right) return server::fault_response(context, right.error());
  const auto section = section_of(context);
  if (!section) return server::fault_response(context, section.error());
  const auto rule = parse_rule(context.request.form, section->id, context.now);
  if (!rule) return show_page(context, *section, context.request.form, errors_of(rule.error(), rule_form(*section)));
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    SectionStore store(context.db());
    const std::uint64_t id = store.add_rule(*rule, context.actor.person, context.now);
    Changes changes;
    changes.state("Quyết định số", rule->document_number);
    changes.state("Từ ngày", shown(rule->valid_from));
    changes.state("Đến hết ngày", shown(rule->valid_to));
    changes.state("Các bước", steps_words(rule->needs_verify, rule->needs_final_check));
    changes.state("Bản gốc", original_words(rule->needs_original));
    changes.state("Lưu trữ", retention_words(rule->retention_months));
    note(context, {.chain = "section:" + std::to_string(section->id.value), .action = "section_rule", .to_state = std::to_string(id), .authority = *right,
                   .note = changes.text()});
    return rules_url(section->id);
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

http::Response drop_rule(App& /*app*/, server::Context& context) {
  const auto right = section_right(context);
  if (!right) return server::fault_response(context, right.error());
  const auto section = section_of(context);
  if (!section) return server::fault_response(context, section.error());
  const std::uint64_t rule = context.path.number("rule");
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (!SectionStore(context.db()).drop_rule(section->id, rule, context.actor.person, context.now))
      return base::fail(FaultKind::NotAllowedNow, "Chỉ bỏ được quyết định chưa đến ngày áp dụng; quyết định đã áp dụng thì thay bằng quyết định mới.");
    note(context, {.chain = "section:" + std::to_string(section->id.value), .action = "section_rule_drop", .from_state = std::to_string(rule),
                   .authority = *right});
    return rules_url(section->id);
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

}  // namespace portal::admin
