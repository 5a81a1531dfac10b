#include "modules/admin/sections/handlers.h"

#include <algorithm>
#include <tuple>

#include "modules/admin/act.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/rules.h"
#include "modules/admin/sections/followers.h"
#include "modules/admin/sections/right.h"
#include "modules/admin/sections/store.h"
#include "modules/admin/site_publisher.h"
#include "shared/access/authority.h"
#include "shared/text/slug.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;
using Kind = Field::Kind;

constexpr std::string_view kSections = "/quan-tri/chuyen-muc/";

office::Frame frame() { return {.menu = "sections", .crumbs = {{std::string{kSections}, "Chuyên mục"}}}; }

std::vector<Option> options_of(std::span<const KindWords> kinds) {
  std::vector<Option> options;
  for (const KindWords& kind : kinds) options.push_back({std::string{kind.key}, std::string{kind.label}});
  return options;
}

// Two levels are what Điều 5 needs: a section stands at the top or in one that does, and one with sections below it stays at the top.
bool can_be_parent(const Section& parent, const Section* child, const std::vector<Section>& sections) {
  if (parent.parent.is_set() || parent.kind == "contact") return false;
  if (child == nullptr) return true;
  const bool has_children = std::any_of(sections.begin(), sections.end(), [child](const Section& other) { return other.parent == child->id; });
  return parent.id != child->id && (!has_children || parent.id == child->parent);
}

FormPage section_form(const Section* existing, const std::vector<Section>& sections) {
  FormPage page;
  page.title = existing == nullptr ? "Thêm chuyên mục" : existing->title;
  page.action = existing == nullptr ? std::string{kSections} + "moi" : std::string{kSections} + std::to_string(existing->id.value);
  page.submit = existing == nullptr ? "Thêm chuyên mục" : "Lưu chuyên mục";
  page.cancel_url = kSections;
  page.fields = {{.kind = Kind::Text, .name = "title", .label = "Tên chuyên mục", .required = true, .max_length = 150},
                 {.kind = Kind::Text, .name = "short_title", .label = "Tên trong danh mục", .hint = "Tên ngắn, để trống thì dùng tên đầy đủ.", .max_length = 60, .width = "30"},
                 {.kind = Kind::Text, .name = "slug", .label = "Địa chỉ", .hint = "Phần cuối của địa chỉ: chữ thường không dấu, chữ số, gạch nối. Đổi địa chỉ thì địa chỉ cũ tự chuyển sang địa chỉ mới.", .required = true, .max_length = 80, .width = "30"}};
  std::vector<Option> parents{{"", "Ở cấp cao nhất"}};
  for (const Section& section : sections)
    if (can_be_parent(section, existing, sections)) parents.push_back({std::to_string(section.id.value), section.title});
  page.fields.push_back({.kind = Kind::Select, .name = "parent", .label = "Nằm trong", .hint = "Chuyển sang chỗ khác thì địa chỉ cũ tự chuyển sang địa chỉ mới. Chuyên mục có chuyên mục con chỉ nằm ở cấp cao nhất.", .options = std::move(parents)});
  if (existing == nullptr) {
    page.fields.push_back({.kind = Kind::Select, .name = "kind", .label = "Kiểu chuyên mục", .options = options_of(section_kinds()), .required = true});
  }
  page.fields.push_back({.kind = Kind::Select, .name = "item_kind", .label = "Loại tin, bài", .hint = "Quyết định phiếu kiểm tra chất lượng (Điều 12, khoản 1).", .options = options_of(item_kinds()), .required = true});
  page.fields.push_back({.kind = Kind::Text, .name = "clause", .label = "Căn cứ trong Quy chế", .hint = "Ví dụ D5.5. Thông tin ngoài danh mục của Điều 5 ghi D5.11.", .required = true, .max_length = 40, .width = "10"});
  page.fields.push_back({.kind = Kind::Area, .name = "consent_note", .label = "Ý kiến đồng ý của Lãnh đạo Sở", .hint = "Bắt buộc khi căn cứ là D5.11: ai đồng ý, ngày nào, văn bản nào.", .rows = 2});
  page.fields.push_back({.kind = Kind::Area, .name = "description", .label = "Mô tả cho bạn đọc", .rows = 3});
  if (existing == nullptr) {
    page.fields.push_back({.kind = Kind::Checkbox, .name = "needs_verify", .label = "Cần bước 2: xác thực", .hint = "Điều 15, khoản 2. Sau này đổi bằng một quyết định có ngày hiệu lực."});
    page.fields.push_back({.kind = Kind::Checkbox, .name = "needs_final_check", .label = "Cần bước 3: kiểm tra lần cuối", .hint = "Điều 15, khoản 3. Sau này đổi bằng một quyết định có ngày hiệu lực."});
  } else {
    page.lead = "Các bước phê duyệt và thời hạn lưu trữ của chuyên mục đổi bằng quyết định có ngày hiệu lực: mở “Quy định” ở danh sách chuyên mục.";
  }
  page.fields.push_back({.kind = Kind::Checkbox, .name = "event_at_required", .label = "Phải ghi thời điểm diễn ra", .hint = "Cần cho tin, sự kiện để tính thời hạn 12 giờ hành chính (Điều 9, khoản 3, điểm a)."});
  page.fields.push_back({.kind = Kind::Checkbox, .name = "is_hidden", .label = "Ẩn chuyên mục", .hint = "Chuyên mục con cũng ẩn theo: không còn trong danh mục, trang chủ, danh sách, sơ đồ trang, kênh tin. Bài đã đăng vẫn đọc được ở địa chỉ cũ."});
  if (existing != nullptr) page.hidden.emplace_back("row_version", std::to_string(existing->row_version));
  return page;
}

http::Fields fields_of(const Section& s) {
  http::Fields fields;
  const auto tick = [](bool value) { return std::string{value ? "1" : ""}; };
  fields.add("title", s.title);
  fields.add("short_title", s.short_title);
  fields.add("slug", s.slug);
  fields.add("parent", s.parent.is_set() ? std::to_string(s.parent.value) : std::string{});
  fields.add("kind", s.kind);
  fields.add("item_kind", s.item_kind);
  fields.add("clause", s.clause);
  fields.add("consent_note", s.consent_note);
  fields.add("description", s.description);
  fields.add("needs_verify", tick(s.needs_verify));
  fields.add("needs_final_check", tick(s.needs_final_check));
  fields.add("event_at_required", tick(s.event_at_required));
  fields.add("is_hidden", tick(s.is_hidden));
  return fields;
}

base::Result<Section> parse_section(const http::Fields& form, const Section* existing, const std::vector<Section>& sections) {
  FieldReader reader(form);
  Section s;
  if (existing != nullptr) s = *existing;
  s.title = reader.line("title", 150, true, "Tên chuyên mục");
  s.short_title = reader.line("short_title", 60, false, "Tên trong danh mục");
  s.slug = form.get("slug");
  s.parent = reader.id<base::SectionId>("parent", "Nằm trong", false);
  const bool is_known =
      std::any_of(sections.begin(), sections.end(), [&](const Section& p) { return p.id == s.parent && can_be_parent(p, existing, sections); });
  if (s.parent.is_set() && !is_known) reader.fail("parent", "Xin chọn một chuyên mục trong danh sách.");
  if (existing == nullptr) {
    s.kind = form.get("kind");
    if (label_in(section_kinds(), s.kind) == s.kind) reader.fail("kind", "Xin chọn kiểu chuyên mục.");
  } else {
    s.row_version = row_version_of(form);
  }
  reader.fail_if("slug", why_not_slug(s.slug, !s.parent.is_set()));
  s.item_kind = form.get("item_kind");
  if (label_in(item_kinds(), s.item_kind) == s.item_kind) reader.fail("item_kind", "Xin chọn loại tin, bài.");
  s.clause = reader.line("clause", 40, true, "Căn cứ trong Quy chế");
  s.consent_note = reader.line("consent_note", 300, false, "Ý kiến đồng ý");
  if (s.clause.find("5.11") != std::string::npos && s.consent_note.empty())
    reader.fail("consent_note", "Thông tin ngoài danh mục phải ghi ý kiến đồng ý của Lãnh đạo Sở.", "D5.11");
  s.description = reader.line("description", 500, false, "Mô tả");
  if (existing == nullptr) {
    s.needs_verify = reader.tick("needs_verify");
    s.needs_final_check = reader.tick("needs_final_check");
  }
  s.event_at_required = reader.tick("event_at_required");
  s.is_hidden = reader.tick("is_hidden");
  return std::move(reader).finish(std::move(s));
}

std::string title_of(base::SectionId id, const std::vector<Section>& sections) {
  const auto found = std::find_if(sections.begin(), sections.end(), [id](const Section& section) { return section.id == id; });
  return found == sections.end() ? "cấp cao nhất" : found->title;
}

std::string changes_of(const Section& before, const Section& after, const std::vector<Section>& sections) {
  Changes changes;
  const auto words = [](bool value) { return value ? "có" : "không"; };
  changes.add("Tên", before.title, after.title);
  changes.add("Tên ngắn", before.short_title, after.short_title);
  changes.add("Địa chỉ", before.slug, after.slug);
  changes.add("Nằm trong", title_of(before.parent, sections), title_of(after.parent, sections));
  changes.add("Loại tin, bài", before.item_kind, after.item_kind);
  changes.add("Căn cứ", before.clause, after.clause);
  changes.add("Ý kiến đồng ý", before.consent_note, after.consent_note);
  changes.add("Mô tả", before.description, after.description);
  changes.add("Bước 2", words(before.needs_verify), words(after.needs_verify));
  changes.add("Bước 3", words(before.needs_final_check), words(after.needs_final_check));
  changes.add("Thời điểm diễn ra", words(before.event_at_required), words(after.event_at_required));
  changes.add("Ẩn", words(before.is_hidden), words(after.is_hidden));
  return changes.text();
}

// What readers see of a section.
bool is_seen_otherwise(const Section& before, const Section& after) {
  const auto seen = [](const Section& s) { return std::tie(s.parent, s.slug, s.is_hidden, s.title, s.short_title, s.clause, s.description); };
  return seen(before) != seen(after);
}

// Everything that hangs on the tree, in the act's transaction: former addresses, the lists of every section above, and nginx's cache (D5.9f).
void follow_tree(server::Context& context, SectionStore& store, const Section& before, const Section& after, const std::vector<ShownPath>& gone) {
  store.keep_paths(gone, context.now);
  publish_site(context.db());
  if (before.parent != after.parent || before.is_hidden != after.is_hidden)
    for (const TreeFollower follow : kTreeFollowers) follow(context.db(), after.id);
  if (is_seen_otherwise(before, after) && !(before.is_hidden && after.is_hidden)) store.queue_refresh(gone, context.now);
}

base::Fault slug_is_taken() {
  return {FaultKind::Invalid, "", {{"slug", "Địa chỉ này chuyên mục khác đang dùng hoặc đã từng dùng.", ""}}};
}

void fill_section(view::Dict& content, const Section& section, const SectionRule* rule, int depth, bool is_first, bool is_last, std::string_view csrf_token) {
  view::Dict row = content.section("ROW");
  const std::string url = std::string{kSections} + std::to_string(section.id.value);
  row.set("URL", url);
  row.set("TITLE", section.title);
  row.set("SLUG", section.slug);
  row.set("CLAUSE", section.clause);
  row.show(depth == 0 ? "TOP" : "CHILD");
  row.show(section.is_hidden ? "HIDDEN" : "SHOWN");
  std::string steps = "đơn vị duyệt";  // of every collective item: the board cannot waive what D9.1a asks of the unit
  if (rule != nullptr ? rule->needs_verify : section.needs_verify) steps += ", xác thực";
  if (rule != nullptr ? rule->needs_final_check : section.needs_final_check) steps += ", kiểm tra lần cuối";
  row.set("STEPS", steps);
  row.set_if("HAS_RULE", "RULE", rule != nullptr ? rule->document_number : std::string{});
  if (section.kind != "contact") row.section("RULES").set("RULES_URL", url + "/quy-dinh");
  const auto button = [&](const char* name, std::string_view verb) {
    view::Dict act = row.section(name);
    act.set("ACT_URL", url + "/" + std::string{verb});
    act.set("ACT_TITLE", section.title);
    act.set("CSRF", csrf_token);
    act.set("KEY", workflow::new_form_key());
  };
  if (!is_first) button("UP", "len");
  if (!is_last) button("DOWN", "xuong");
}

}  // namespace

base::Result<std::string> section_right(server::Context& context) {
  if (const auto right = access::authority_for(context.db(), context.actor, Capability::ManageSections, context.now)) return right->words;
  return base::fail(FaultKind::Forbidden, "Chuyên mục do Trưởng Ban Biên tập hoặc người được ủy quyền quản lý (Điều 12, khoản 1).");
}

http::Response list_sections(App& /*app*/, server::Context& context) {
  if (const auto right = section_right(context); !right) return server::fault_response(context, right.error());
  office::OfficePage page(context, {.title = "Chuyên mục", .menu = "sections"}, "admin/sections.tpl");
  SectionStore store(context.db());
  const auto sections = store.sections();
  const auto rules = store.rules({});
  const std::string today = base::format_iso(context.now).substr(0, 10);
  const auto children_of = [&sections](base::SectionId parent) {
    std::vector<const Section*> out;
    for (const Section& section : sections)
      if (section.parent == parent) out.push_back(&section);
    return out;
  };
  const auto draw = [&](auto&& self, base::SectionId parent, int depth) -> void {
    const auto children = children_of(parent);
    for (std::size_t i = 0; i < children.size(); ++i) {
      fill_section(page.content(), *children[i], rule_on(rules, children[i]->id, today), depth, i == 0, i + 1 == children.size(), context.csrf_token());
      self(self, children[i]->id, depth + 1);
    }
  };
  draw(draw, base::SectionId{}, 0);
  return std::move(page).respond();
}

http::Response new_section(App& /*app*/, server::Context& context) {
  if (const auto right = section_right(context); !right) return server::fault_response(context, right.error());
  http::Fields values;
  for (const char* name : {"needs_verify", "needs_final_check"}) values.add(name, "1");
  return show_form(context, frame(), section_form(nullptr, SectionStore(context.db()).sections()), values);
}

http::Response add_section(App& /*app*/, server::Context& context) {
  const auto right = section_right(context);
  if (!right) return server::fault_response(context, right.error());
  SectionStore store(context.db());
  const auto sections = store.sections();
  const FormPage form = section_form(nullptr, sections);
  auto section = parse_section(context.request.form, nullptr, sections);
  if (!section) return show_form(context, frame(), form, context.request.form, errors_of(section.error(), form));
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (store.is_slug_taken(section->slug, {})) return tl::unexpected<base::Fault>(slug_is_taken());
    const auto id = store.add(*section);
    note(context, {.chain = "section:" + std::to_string(id.value), .action = "section_add", .to_state = section->is_hidden ? "hidden" : "shown",
                   .authority = *right, .note = changes_of(Section{}, *section, sections)});
    publish_site(context.db());
    return std::string{kSections};
  });
  return done ? http::redirect(*done) : form_again(context, frame(), form, done.error());
}

http::Response edit_section(App& /*app*/, server::Context& context) {
  if (const auto right = section_right(context); !right) return server::fault_response(context, right.error());
  const auto section = SectionStore(context.db()).section(context.path.id<base::SectionId>("id"));
  if (!section) return server::fault_response(context, section.error());
  return show_form(context, frame(), section_form(&*section, SectionStore(context.db()).sections()), fields_of(*section));
}

http::Response save_section(App& /*app*/, server::Context& context) {
  const auto right = section_right(context);
  if (!right) return server::fault_response(context, right.error());
  SectionStore store(context.db());
  const auto before = store.section(context.path.id<base::SectionId>("id"));
  if (!before) return server::fault_response(context, before.error());
  const auto sections = store.sections();
  const FormPage form = section_form(&*before, sections);
  auto section = parse_section(context.request.form, &*before, sections);
  if (!section) return show_form(context, frame(), form, context.request.form, errors_of(section.error(), form));
  const std::string changes = changes_of(*before, *section, sections);
  if (changes.empty()) return http::redirect(std::string{kSections});  // nothing to save, nothing for the trail
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (store.is_slug_taken(section->slug, section->id)) return tl::unexpected<base::Fault>(slug_is_taken());
    const bool leaves = before->parent != section->parent || before->slug != section->slug || section->is_hidden;
    const auto gone = leaves ? store.shown_paths(section->id) : std::vector<ShownPath>{};
    if (const auto saved = store.save(*before, *section, context.now); !saved) return tl::unexpected<base::Fault>(saved.error());
    note(context, {.chain = "section:" + std::to_string(section->id.value), .action = "section_edit", .from_state = before->is_hidden ? "hidden" : "shown",
                   .to_state = section->is_hidden ? "hidden" : "shown", .authority = *right, .note = changes});
    follow_tree(context, store, *before, *section, gone);
    return std::string{kSections};
  });
  return done ? http::redirect(*done) : form_again(context, frame(), form, done.error(), "section:" + std::to_string(before->id.value));
}

http::Response move_section(App& /*app*/, server::Context& context) {
  const auto right = section_right(context);
  if (!right) return server::fault_response(context, right.error());
  const bool up = context.request.path.ends_with("/len");
  SectionStore store(context.db());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto section = store.section(context.path.id<base::SectionId>("id"));
    if (!section) return tl::unexpected<base::Fault>(section.error());
    if (!store.move(*section, up)) return std::string{kSections};  // at the end already
    note(context, {.chain = "section:" + std::to_string(section->id.value), .action = "section_move", .authority = *right, .note = up ? "lên một bậc" : "xuống một bậc"});
    publish_site(context.db());
    return std::string{kSections};
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

}  // namespace portal::admin
