#include "modules/admin/people/handlers.h"

#include "modules/admin/act.h"
#include "modules/admin/list_view.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rules.h"
#include "modules/admin/site_publisher.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;

constexpr std::string_view kUnits = "/quan-tri/don-vi/";
constexpr std::string_view kPeople = "/quan-tri/danh-ba/";

workflow::AuditEntry entry_of(std::string chain, std::string action, const access::Actor& actor, std::string text) {
  workflow::AuditEntry entry;
  entry.chain = std::move(chain);
  entry.action = std::move(action);
  entry.authority = authority_of(actor, Capability::ManageUnits);
  entry.note = std::move(text);
  return entry;
}

std::string changes_between(const Unit& before, const Unit& after) {
  Changes changes;
  changes.add("Tên", before.name, after.name);
  changes.add("Tên ngắn", before.short_name, after.short_name);
  changes.add("Loại", before.kind, after.kind);
  changes.add("Điện thoại", before.phone, after.phone);
  changes.add("Thư điện tử", before.email, after.email);
  changes.add("Chức năng, nhiệm vụ", before.functions, after.functions);
  changes.add("Thứ tự", std::to_string(before.position), std::to_string(after.position));
  changes.add("Từ ngày", before.valid_from, after.valid_from);
  changes.add("Đến ngày", before.valid_to, after.valid_to);
  return changes.text();
}

std::string changes_between(const Person& before, const Person& after) {
  Changes changes;
  changes.add("Họ và tên", before.full_name, after.full_name);
  changes.add("Chức vụ", before.job_title, after.job_title);
  changes.add("Điện thoại", before.phone, after.phone);
  changes.add("Thư điện tử", before.email, after.email);
  changes.add("Tiểu sử", before.bio, after.bio);
  changes.add("Lãnh đạo", before.is_leader ? "có" : "không", after.is_leader ? "có" : "không");
  changes.add("Có trong danh bạ công khai", before.is_public ? "có" : "không", after.is_public ? "có" : "không");
  return changes.text();
}

bool is_new(const server::Context& context) { return context.path.number("id") == 0; }

}  // namespace

http::Response show_units(App& app, server::Context& context) {
  static_cast<void>(app);
  ListPage list;
  list.heading = "Đơn vị";
  list.lead = "Phòng, đơn vị thuộc Sở và tư pháp địa phương (Điều 7). Đơn vị giải thể, sáp nhập: ghi ngày cuối, không xóa.";
  list.buttons = {{"Thêm đơn vị", std::string{kUnits} + "moi"}, {"Danh bạ công chức, viên chức", std::string{kPeople}}};
  ListGroup group;
  for (const Unit& unit : PeopleStore(context.db()).units()) {
    ListRow row;
    row.title = unit.name;
    row.url = std::string{kUnits} + std::to_string(unit.id.value);
    row.lines = {std::string{label_in(unit_kinds(), unit.kind)} + (unit.phone.empty() ? "" : " · " + unit.phone) + (unit.email.empty() ? "" : " · " + unit.email)};
    row.chips.push_back(unit.valid_to.empty() ? RowChip{"green", "circle-check", "Đang hoạt động"} : RowChip{"grey", "archive", "Đến " + unit.valid_to});
    group.rows.push_back(std::move(row));
  }
  list.groups.push_back(std::move(group));
  return show_list(context, admin_frame(context, "Đơn vị, danh bạ", "units"), list);
}

http::Response show_unit(App& app, server::Context& context) {
  static_cast<void>(app);
  if (is_new(context)) {
    http::Fields typed;
    typed.add("valid_from", base::format_date(context.now));
    return show_form(context, admin_frame(context, "Thêm đơn vị", "units"), unit_form(nullptr), typed);
  }
  const auto unit = PeopleStore(context.db()).unit(context.path.id<base::UnitId>("id"));
  if (!unit) return server::fault_response(context, unit.error());
  return show_form(context, admin_frame(context, unit->name, "units"), unit_form(&*unit), fields_of(*unit));
}

http::Response save_unit(App& app, server::Context& context) {
  static_cast<void>(app);
  PeopleStore store(context.db());
  const http::Fields& typed = context.request.form;
  Unit before;
  if (!is_new(context)) {
    const auto found = store.unit(context.path.id<base::UnitId>("id"));
    if (!found) return server::fault_response(context, found.error());
    before = *found;
  }
  const FormPage form = unit_form(before.id.is_set() ? &before : nullptr);
  const auto frame = [&] { return admin_frame(context, form.title, "units"); };
  const auto parsed = parse_unit(typed, is_new(context), context.now);
  if (!parsed) return show_form(context, frame(), form, typed, parsed.error().fields);
  Unit after = *parsed;
  after.id = before.id;
  after.row_version = row_version_of(typed);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (before.id.is_set()) {
      const auto saved = store.save_unit(after);
      if (!saved) return tl::unexpected(saved.error());
    } else {
      if (store.is_unit_code_taken(after.code, {})) return base::fail(FaultKind::Invalid, "Chưa thêm được.", {{"code", "Mã này đã có đơn vị khác dùng.", ""}});
      after.id = store.add_unit(after);
    }
    note(context, entry_of("unit:" + std::to_string(after.id.value), before.id.is_set() ? "unit_edit" : "unit_add", context.actor, changes_between(before, after)));
    publish_site(context.db());
    return std::string{kUnits} + (before.id.is_set() ? "?xong=luu" : "?xong=them");
  });
  if (!done) return show_form(context, frame(), form, typed, errors_of(done.error(), form));
  return http::redirect(*done);
}

http::Response show_people(App& app, server::Context& context) {
  static_cast<void>(app);
  ListPage list;
  list.heading = "Danh bạ";
  list.lead = "Họ tên, chức vụ, điện thoại, thư điện tử của công chức, viên chức (Điều 5 khoản 1). Chỉ người được đánh dấu mới hiện trên trang công khai.";
  list.buttons = {{"Thêm người", std::string{kPeople} + "moi"}};
  for (const Person& person : PeopleStore(context.db()).people()) {
    if (list.groups.empty() || list.groups.back().title != person.unit_name) list.groups.push_back({person.unit_name, {}});
    ListRow row;
    row.title = person.full_name;
    row.url = std::string{kPeople} + std::to_string(person.id.value);
    row.lines = {person.job_title + (person.phone.empty() ? "" : " · " + person.phone) + (person.email.empty() ? "" : " · " + person.email)};
    row.chips.push_back(person.is_public ? RowChip{"green", "eye", "Công khai"} : RowChip{"grey", "eye-off", "Không công khai"});
    list.groups.back().rows.push_back(std::move(row));
  }
  return show_list(context, admin_frame(context, "Danh bạ", "units"), list);
}

http::Response show_person(App& app, server::Context& context) {
  static_cast<void>(app);
  PeopleStore store(context.db());
  if (is_new(context)) return show_form(context, admin_frame(context, "Thêm người", "units"), person_form(nullptr, store.units()), {});
  const auto person = store.person(context.path.id<base::PersonId>("id"));
  if (!person) return server::fault_response(context, person.error());
  return show_form(context, admin_frame(context, person->full_name, "units"), person_form(&*person, store.units()), fields_of(*person));
}

http::Response save_person(App& app, server::Context& context) {
  static_cast<void>(app);
  PeopleStore store(context.db());
  const http::Fields& typed = context.request.form;
  Person before;
  if (!is_new(context)) {
    const auto found = store.person(context.path.id<base::PersonId>("id"));
    if (!found) return server::fault_response(context, found.error());
    before = *found;
  }
  const FormPage form = person_form(before.id.is_set() ? &before : nullptr, store.units());
  const auto frame = [&] { return admin_frame(context, form.title, "units"); };
  const auto parsed = parse_person(typed, is_new(context));
  if (!parsed) return show_form(context, frame(), form, typed, parsed.error().fields);
  Person after = *parsed;
  after.id = before.id;
  after.row_version = row_version_of(typed);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (before.id.is_set()) {
      const auto saved = store.save_person(after);
      if (!saved) return tl::unexpected(saved.error());
    } else {
      if (store.is_person_code_taken(after.code, {})) return base::fail(FaultKind::Invalid, "Chưa thêm được.", {{"code", "Mã này đã có người khác dùng.", ""}});
      after.id = store.add_person(after);
    }
    note(context,
         entry_of("person:" + std::to_string(after.id.value), before.id.is_set() ? "person_edit" : "person_add", context.actor, changes_between(before, after)));
    publish_site(context.db());
    return std::string{kPeople} + (before.id.is_set() ? "?xong=luu" : "?xong=them");
  });
  if (!done) return show_form(context, frame(), form, typed, errors_of(done.error(), form));
  return http::redirect(*done);
}

}  // namespace portal::admin
