#include "modules/admin/sections/handlers.h"

#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/form_view.h"
#include "modules/admin/list_view.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rules.h"
#include "modules/admin/sections/queries.h"
#include "modules/admin/site_publisher.h"
#include "shared/office/counts.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;

constexpr std::string_view kUrl = "/quan-tri/chuyen-muc/";

Section read_section(const db::Rows& rows) {
  Section section;
  section.id = rows.id<base::SectionId>(0);
  section.parent = rows.id<base::SectionId>(1);
  section.slug = rows.text(2);
  section.title = rows.text(3);
  section.short_title = rows.text(4);
  section.item_kind = rows.text(5);
  section.clause = rows.text(6);
  section.kind = rows.text(7);
  section.description = rows.text(8);
  section.position = rows.number(9);
  section.is_hidden = rows.flag(10);
  section.needs_unit_approval = rows.flag(11);
  section.needs_verify = rows.flag(12);
  section.needs_final_check = rows.flag(13);
  section.event_at_required = rows.flag(14);
  section.consent_note = rows.text(15);
  section.row_version = static_cast<unsigned>(rows.number(16));
  return section;
}

std::vector<Section> read_tree(db::Connection& db) {
  std::vector<Section> tree;
  auto rows = db.query(section_sql::kTree);
  while (rows.next()) tree.push_back(read_section(rows));
  return tree;
}

base::Result<Section> find_section(db::Connection& db, base::SectionId id) {
  auto rows = db.query(section_sql::kSection, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không có chuyên mục này.");
  return read_section(rows);
}

// Under what right the actor manages sections; "" when under none (D5.9f, D19.2).
std::string authority(server::Context& context) {
  if (access::may(context.actor, Capability::ManageSections)) return authority_of(context.actor, Capability::ManageSections);
  return office::has_delegation(context.db(), context.actor.person, "manage_sections", context.now) ? "Ủy quyền quản lý chuyên mục" : "";
}

http::Response refuse(server::Context& context) {
  return server::fault_response(context, {FaultKind::Forbidden, "Chuyên mục do Trưởng Ban Biên tập hoặc người được ủy quyền quản lý (Điều 5 khoản 9 điểm f).", {}});
}

std::vector<Option> options_of(std::span<const KindWords> kinds) {
  std::vector<Option> options;
  for (const KindWords& kind : kinds) options.push_back({std::string{kind.key}, std::string{kind.label}});
  return options;
}

FormPage section_form(const Section* existing, const std::vector<Section>& tree) {
  using Kind = Field::Kind;
  FormPage form;
  form.title = existing != nullptr ? "Sửa chuyên mục" : "Thêm chuyên mục";
  form.action = std::string{kUrl} + (existing != nullptr ? std::to_string(existing->id.value) : "moi");
  form.submit = existing != nullptr ? "Lưu chuyên mục" : "Thêm chuyên mục";
  form.cancel_url = kUrl;
  form.fields.push_back({.kind = Kind::Text, .name = "title", .label = "Tên chuyên mục", .required = true, .max_length = 150});
  form.fields.push_back({.kind = Kind::Text, .name = "short_title", .label = "Tên ngắn ở thanh danh mục", .required = true, .max_length = 60});
  form.fields.push_back({.kind = Kind::Text, .name = "slug", .label = "Địa chỉ", .hint = "Chữ thường không dấu, nối bằng gạch. Địa chỉ cũ tự chuyển tới địa chỉ mới.",
                         .required = true, .max_length = 80});
  if (existing == nullptr) {
    Field parent{.kind = Kind::Select, .name = "parent", .label = "Nằm trong"};
    parent.options.push_back({"", "Thanh danh mục (cấp đầu)"});
    for (const Section& section : tree)
      if (!section.parent.is_set() && section.kind == "article_list") parent.options.push_back({std::to_string(section.id.value), section.title});
    form.fields.push_back(parent);
  }
  form.fields.push_back({.kind = Kind::Select, .name = "item_kind", .label = "Loại bài", .hint = "Quyết định phiếu kiểm tra chất lượng (D12.1).",
                         .options = options_of(item_kinds())});
  form.fields.push_back({.kind = Kind::Area, .name = "description", .label = "Giới thiệu ở đầu trang", .max_length = 500, .rows = 3});
  form.fields.push_back({.kind = Kind::Checkbox, .name = "needs_unit_approval", .label = "Lãnh đạo đơn vị duyệt trước khi gửi (D9.1a)"});
  form.fields.push_back({.kind = Kind::Checkbox, .name = "needs_verify", .label = "Bước 2: xác thực (D15.2)"});
  form.fields.push_back({.kind = Kind::Checkbox, .name = "needs_final_check", .label = "Bước 3: kiểm tra lần cuối (D15.3)"});
  form.fields.push_back({.kind = Kind::Checkbox, .name = "event_at_required", .label = "Bài phải có thời điểm diễn ra (D9.3a)"});
  form.fields.push_back({.kind = Kind::Checkbox, .name = "is_hidden", .label = "Ẩn khỏi trang công khai"});
  form.fields.push_back({.kind = Kind::Text, .name = "consent_note", .label = "Ý kiến đồng ý của Lãnh đạo Sở",
                         .hint = "Bắt buộc với chuyên mục ngoài danh mục của Điều 5 (D5.11): số văn bản hoặc cuộc họp, ngày.", .max_length = 300});
  return form;
}

http::Fields fields_of(const Section& section) {
  http::Fields fields;
  const auto flag = [&fields](const char* name, bool value) {
    if (value) fields.add(name, "1");
  };
  fields.add("title", section.title);
  fields.add("short_title", section.short_title);
  fields.add("slug", section.slug);
  fields.add("item_kind", section.item_kind);
  fields.add("description", section.description);
  fields.add("consent_note", section.consent_note);
  fields.add("row_version", std::to_string(section.row_version));
  flag("needs_unit_approval", section.needs_unit_approval);
  flag("needs_verify", section.needs_verify);
  flag("needs_final_check", section.needs_final_check);
  flag("event_at_required", section.event_at_required);
  flag("is_hidden", section.is_hidden);
  return fields;
}

base::Result<Section> parse_section(const http::Fields& form, bool is_new) {
  FieldReader reader(form);
  Section section;
  section.title = reader.line("title", 150, true, "Tên chuyên mục");
  section.short_title = reader.line("short_title", 60, true, "Tên ngắn");
  section.slug = reader.line("slug", 80, true, "Địa chỉ");
  if (is_new) section.parent = reader.id<base::SectionId>("parent", "Nằm trong", false);
  section.item_kind = form.get("item_kind");
  section.description = reader.line("description", 500, false, "Giới thiệu");
  section.consent_note = reader.line("consent_note", 300, false, "Ý kiến đồng ý");
  section.needs_unit_approval = reader.tick("needs_unit_approval");
  section.needs_verify = reader.tick("needs_verify");
  section.needs_final_check = reader.tick("needs_final_check");
  section.event_at_required = reader.tick("event_at_required");
  section.is_hidden = reader.tick("is_hidden");
  section.row_version = row_version_of(form);
  if (!reader.has_failed("slug")) reader.fail_if("slug", why_not_slug(section.slug, !section.parent.is_set()));
  const auto kinds = item_kinds();
  if (std::none_of(kinds.begin(), kinds.end(), [&](const KindWords& kind) { return kind.key == section.item_kind; }))
    reader.fail("item_kind", "Chọn loại bài.", "D12.1");
  if (is_new && section.consent_note.empty())
    reader.fail("consent_note", "Ghi ý kiến đồng ý của Lãnh đạo Sở cho chuyên mục thêm mới.", "D5.11");
  return std::move(reader).finish(section);
}

std::string yes_no(bool value) { return value ? "có" : "không"; }

std::string changes_between(const Section& before, const Section& after) {
  Changes changes;
  changes.add("Tên", before.title, after.title);
  changes.add("Tên ngắn", before.short_title, after.short_title);
  changes.add("Địa chỉ", before.slug, after.slug);
  changes.add("Loại bài", before.item_kind, after.item_kind);
  changes.add("Giới thiệu", before.description, after.description);
  changes.add("Đơn vị duyệt", yes_no(before.needs_unit_approval), yes_no(after.needs_unit_approval));
  changes.add("Xác thực", yes_no(before.needs_verify), yes_no(after.needs_verify));
  changes.add("Kiểm tra lần cuối", yes_no(before.needs_final_check), yes_no(after.needs_final_check));
  changes.add("Thời điểm diễn ra", yes_no(before.event_at_required), yes_no(after.event_at_required));
  changes.add("Ẩn", yes_no(before.is_hidden), yes_no(after.is_hidden));
  changes.add("Ý kiến đồng ý", before.consent_note, after.consent_note);
  return changes.text();
}

workflow::AuditEntry entry_of(base::SectionId id, std::string action, std::string authority_words, std::string text) {
  workflow::AuditEntry entry;
  entry.chain = "section:" + std::to_string(id.value);
  entry.action = std::move(action);
  entry.authority = std::move(authority_words);
  entry.note = std::move(text);
  return entry;
}

office::Frame form_frame(server::Context& context, std::string title) {
  office::Frame frame = admin_frame(context, title, "sections");
  frame.crumbs = {{std::string{kUrl}, "Chuyên mục"}};
  frame.here = std::move(title);
  return frame;
}

std::string steps_words(const Section& section) {
  std::string words = section.needs_unit_approval ? "Đơn vị duyệt → Biên tập" : "Biên tập";
  if (section.needs_verify) words += " → Xác thực";
  if (section.needs_final_check) words += " → Kiểm tra lần cuối";
  return words + " → Đăng";
}

ListRow row_of(const Section& section) {
  ListRow row;
  row.title = section.title;
  row.url = std::string{kUrl} + std::to_string(section.id.value);
  row.lines = {"/" + section.slug + "/ · " + section.clause + (section.consent_note.empty() ? "" : " · " + section.consent_note), steps_words(section)};
  row.is_child = section.parent.is_set();
  row.chips.push_back(section.is_hidden ? RowChip{"grey", "eye-off", "Đang ẩn"} : RowChip{"green", "eye", "Đang hiện"});
  const std::string move = row.url + "/chuyen";
  row.actions = {{"Lên", move, true, false, {{"huong", "len"}}}, {"Xuống", move, true, false, {{"huong", "xuong"}}}};
  return row;
}

}  // namespace

http::Response show_sections(App& app, server::Context& context) {
  static_cast<void>(app);
  if (authority(context).empty()) return refuse(context);
  ListPage list;
  list.heading = "Chuyên mục";
  list.lead = "Cây chuyên mục theo Điều 5. Thay đổi có hiệu lực ngay trên trang công khai; địa chỉ cũ tự chuyển tới địa chỉ mới.";
  list.buttons = {{"Thêm chuyên mục", std::string{kUrl} + "moi"}};
  ListGroup group;
  for (const Section& section : read_tree(context.db())) group.rows.push_back(row_of(section));
  list.groups.push_back(std::move(group));
  return show_list(context, admin_frame(context, "Chuyên mục", "sections"), list);
}

http::Response show_new_section(App& app, server::Context& context) {
  static_cast<void>(app);
  if (authority(context).empty()) return refuse(context);
  Section fresh;
  fresh.item_kind = "other";
  http::Fields typed = fields_of(fresh);
  typed.add("parent", std::string{context.request.query.get("trong")});
  return show_form(context, form_frame(context, "Thêm chuyên mục"), section_form(nullptr, read_tree(context.db())), typed);
}

http::Response add_section(App& app, server::Context& context) {
  static_cast<void>(app);
  const std::string right = authority(context);
  if (right.empty()) return refuse(context);
  db::Connection& db = context.db();
  const http::Fields& typed = context.request.form;
  const FormPage form = section_form(nullptr, read_tree(db));
  const auto parsed = parse_section(typed, true);
  if (!parsed) return show_form(context, form_frame(context, form.title), form, typed, parsed.error().fields);
  const Section& section = *parsed;
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (db.query(section_sql::kSlugTaken, section.slug, 0).next())
      return base::fail(FaultKind::Invalid, "Chưa thêm được.", {{"slug", "Địa chỉ này đã có chuyên mục khác dùng.", ""}});
    std::int64_t position = 10;
    {
      auto rows = db.query(section_sql::kLastPosition, section.parent);
      if (rows.next()) position = rows.number(0) + 10;
    }
    const base::SectionId id{db.execute(section_sql::kAdd, section.parent, section.slug, section.title, section.short_title, section.item_kind, "D5.11",
                                        "article_list", section.description, position, section.is_hidden, section.needs_unit_approval, section.needs_verify,
                                        section.needs_final_check, section.event_at_required, section.consent_note)
                                 .last_id};
    db.execute(section_sql::kDropAddress, section.slug);
    note(context, entry_of(id, "section_add", right, changes_between(Section{}, section)));
    publish_site(db);
    return std::string{kUrl} + "?xong=them";
  });
  if (!done) return show_form(context, form_frame(context, form.title), form, typed, errors_of(done.error(), form));
  return http::redirect(*done);
}

http::Response show_section_edit(App& app, server::Context& context) {
  static_cast<void>(app);
  if (authority(context).empty()) return refuse(context);
  const auto section = find_section(context.db(), context.path.id<base::SectionId>("id"));
  if (!section) return server::fault_response(context, section.error());
  FormPage form = section_form(&*section, {});
  form.hidden = {{"row_version", std::to_string(section->row_version)}};
  return show_form(context, form_frame(context, section->title), form, fields_of(*section));
}

http::Response save_section(App& app, server::Context& context) {
  static_cast<void>(app);
  const std::string right = authority(context);
  if (right.empty()) return refuse(context);
  db::Connection& db = context.db();
  const http::Fields& typed = context.request.form;
  const auto before = find_section(db, context.path.id<base::SectionId>("id"));
  if (!before) return server::fault_response(context, before.error());
  FormPage form = section_form(&*before, {});
  form.hidden = {{"row_version", std::string{typed.get("row_version")}}};
  const auto parsed = parse_section(typed, false);
  if (!parsed) return show_form(context, form_frame(context, before->title), form, typed, parsed.error().fields);
  const Section& after = *parsed;
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (db.query(section_sql::kSlugTaken, after.slug, before->id).next())
      return base::fail(FaultKind::Invalid, "Chưa lưu được.", {{"slug", "Địa chỉ này đã có chuyên mục khác dùng.", ""}});
    const auto saved = expect_one(db.execute(section_sql::kSave, after.slug, after.title, after.short_title, after.item_kind, after.description,
                                          after.is_hidden,
                                             after.needs_unit_approval, after.needs_verify, after.needs_final_check, after.event_at_required,
                                             after.consent_note, before->id, after.row_version));
    if (!saved) return tl::unexpected(saved.error());
    if (after.slug != before->slug) {
      db.execute(section_sql::kKeepAddress, before->slug, before->id, context.now);  // a published address never dies
      db.execute(section_sql::kDropAddress, after.slug);
    }
    note(context, entry_of(before->id, "section_edit", right, changes_between(*before, after)));
    publish_site(db);
    return std::string{kUrl} + "?xong=luu";
  });
  if (!done) return show_form(context, form_frame(context, before->title), form, typed, errors_of(done.error(), form));
  return http::redirect(*done);
}

http::Response move_section(App& app, server::Context& context) {
  static_cast<void>(app);
  const std::string right = authority(context);
  if (right.empty()) return refuse(context);
  db::Connection& db = context.db();
  const bool is_up = context.request.form.get("huong") == "len";
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto section = find_section(db, context.path.id<base::SectionId>("id"));
    if (!section) return tl::unexpected(section.error());
    std::vector<Section> siblings;
    for (Section& other : read_tree(db))
      if (other.parent == section->parent) siblings.push_back(std::move(other));
    const auto here = std::find_if(siblings.begin(), siblings.end(), [&](const Section& s) { return s.id == section->id; });
    if (is_up ? here != siblings.begin() : here + 1 != siblings.end()) std::iter_swap(here, is_up ? here - 1 : here + 1);
    std::int64_t position = 0;
    for (const Section& sibling : siblings) {
      position += 10;
      if (sibling.position != position) db.execute(section_sql::kSetPosition, position, sibling.id);
    }
    note(context, entry_of(section->id, "section_move", right, is_up ? "lên một bậc" : "xuống một bậc"));
    publish_site(db);
    return std::string{kUrl} + "?xong=luu";
  });
  if (!done) return server::fault_response(context, done.error());
  return http::redirect(*done);
}

}  // namespace portal::admin
