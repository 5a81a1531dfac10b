#include "modules/admin/people/handlers.h"

#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rules.h"
#include "modules/admin/site_publisher.h"
#include "shared/duty/calendar_store.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;

constexpr std::string_view kUnits = "/quan-tri/don-vi/";
constexpr std::string_view kPeople = "/quan-tri/nhan-su/";

office::Frame unit_frame() { return {.menu = "units", .crumbs = {{std::string{kUnits}, "Đơn vị"}}}; }

office::Frame person_frame() { return {.menu = "units", .crumbs = {{std::string{kPeople}, "Người và danh bạ"}}}; }

std::string yes_no(bool value) { return value ? "có" : "không"; }

std::string changes_of(const Unit& before, const Unit& after, const std::vector<duty::StoredCalendar>& calendars) {
  const auto calendar_of = [&calendars](const Unit& unit) {
    const auto found = std::find_if(calendars.begin(), calendars.end(), [&unit](const duty::StoredCalendar& one) { return one.id == unit.calendar; });
    return found == calendars.end() ? std::string{"Lịch của Sở"} : found->name;
  };
  Changes changes;
  changes.add("Lịch làm việc", calendar_of(before), calendar_of(after));
  changes.add("Tên", before.name, after.name);
  changes.add("Tên gọi tắt", before.short_name, after.short_name);
  changes.add("Loại", label_in(unit_kinds(), before.kind), label_in(unit_kinds(), after.kind));
  changes.add("Điện thoại", before.phone, after.phone);
  changes.add("Thư điện tử", before.email, after.email);
  changes.add("Chức năng, nhiệm vụ", before.functions, after.functions);
  changes.add("Thứ tự", std::to_string(before.position), std::to_string(after.position));
  changes.add("Hoạt động từ", before.valid_from, after.valid_from);
  return changes.text();
}

std::string changes_of(const Person& before, const Person& after) {
  Changes changes;
  changes.add("Họ và tên", before.full_name, after.full_name);
  changes.add("Chức vụ", before.job_title, after.job_title);
  changes.add("Đơn vị số", std::to_string(before.unit.value), std::to_string(after.unit.value));
  changes.add("Điện thoại", before.phone, after.phone);
  changes.add("Thư điện tử", before.email, after.email);
  changes.add("Tiểu sử", before.bio, after.bio);
  changes.add("Lãnh đạo", yes_no(before.is_leader), yes_no(after.is_leader));
  changes.add("Danh bạ công khai", yes_no(before.is_public), yes_no(after.is_public));
  changes.add("Thứ tự", std::to_string(before.position), std::to_string(after.position));
  return changes.text();
}

}  // namespace

http::Response list_units(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Đơn vị", .menu = "units"}, "admin/units.tpl");
  PeopleStore store(context.db());
  const auto changes = store.unit_changes();
  for (const Unit& unit : store.units()) {
    view::Dict row = page.content().section("ROW");
    row.set("URL", std::string{kUnits} + std::to_string(unit.id.value));
    row.set("NAME", unit.name);
    row.set("KIND", label_in(unit_kinds(), unit.kind));
    row.set("PHONE", unit.phone);
    row.set("EMAIL", unit.email);
    row.set("FROM", unit.valid_from);
    row.set_if("ENDED", "TO", unit.valid_to);
    row.show("IN_FORCE", unit.valid_to.empty());
    const auto change = std::find_if(changes.rbegin(), changes.rend(), [&](const UnitChangeLine& line) { return line.unit == unit.id; });
    if (change == changes.rend()) {
      if (unit.valid_to.empty()) row.section("MAY_END").set("END_URL", std::string{kUnits} + std::to_string(unit.id.value) + "/sap-nhap");
      continue;
    }
    view::Dict plan = row.section(change->is_done ? "WAS_CHANGED" : "WILL_CHANGE");
    plan.set("CHANGE_URL", std::string{kUnits} + "thay-doi/" + std::to_string(change->id));
    plan.set("CHANGE_WORDS", (change->into_name.empty() ? std::string{"Giải thể"} : "Sáp nhập vào " + change->into_name) + " từ " + change->from +
                                 (change->is_done || change->is_confirmed ? "" : ", chờ xác nhận"));
  }
  return std::move(page).respond();
}

http::Response new_unit(App& /*app*/, server::Context& context) {
  http::Fields values;
  values.add("kind", "department");
  values.add("position", "100");
  values.add("valid_from", base::format_date(context.now));
  return show_form(context, unit_frame(), unit_form(nullptr, duty::read_calendars(context.db())), values);
}

http::Response add_unit(App& /*app*/, server::Context& context) {
  const auto calendars = duty::read_calendars(context.db());
  const FormPage form = unit_form(nullptr, calendars);
  auto unit = parse_unit(context.request.form, calendars, true);
  if (!unit) return form_again(context, unit_frame(), form, unit.error());
  PeopleStore store(context.db());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (store.is_unit_code_taken(unit->code, {}))
      return base::fail(FaultKind::Invalid, "Chưa thêm được.", {{"code", "Mã này đã có đơn vị khác dùng.", ""}});
    const auto id = store.add_unit(*unit);
    note(context, {.chain = "unit:" + std::to_string(id.value), .action = "unit_add", .to_state = "active",
                   .authority = authority_of(context.actor, Capability::ManageUnits), .note = changes_of(Unit{}, *unit, calendars)});
    publish_site(context.db());
    return std::string{kUnits};
  });
  return done ? http::redirect(*done) : form_again(context, unit_frame(), form, done.error());
}

http::Response edit_unit(App& /*app*/, server::Context& context) {
  const auto unit = PeopleStore(context.db()).unit(context.path.id<base::UnitId>("id"));
  if (!unit) return server::fault_response(context, unit.error());
  return show_form(context, unit_frame(), unit_form(&*unit, duty::read_calendars(context.db())), fields_of(*unit));
}

http::Response save_unit(App& /*app*/, server::Context& context) {
  PeopleStore store(context.db());
  const auto before = store.unit(context.path.id<base::UnitId>("id"));
  if (!before) return server::fault_response(context, before.error());
  const auto calendars = duty::read_calendars(context.db());
  const FormPage form = unit_form(&*before, calendars);
  auto unit = parse_unit(context.request.form, calendars, false);
  if (!unit) return form_again(context, unit_frame(), form, unit.error());
  unit->id = before->id;
  unit->valid_to = before->valid_to;
  const std::string changes = changes_of(*before, *unit, calendars);
  if (changes.empty()) return http::redirect(std::string{kUnits});  // nothing to save, nothing for the trail
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (const auto saved = store.save_unit(*unit); !saved) return tl::unexpected<base::Fault>(saved.error());
    note(context, {.chain = "unit:" + std::to_string(unit->id.value), .action = "unit_edit", .authority = authority_of(context.actor, Capability::ManageUnits),
                   .note = changes});
    publish_site(context.db());
    return std::string{kUnits};
  });
  return done ? http::redirect(*done) : form_again(context, unit_frame(), form, done.error(), "unit:" + std::to_string(before->id.value));
}

http::Response list_people(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Người và danh bạ", .menu = "units"}, "admin/people.tpl");
  for (const Person& person : PeopleStore(context.db()).people()) {
    view::Dict row = page.content().section("ROW");
    row.set("URL", std::string{kPeople} + std::to_string(person.id.value));
    row.set("NAME", person.full_name);
    row.set("JOB", person.job_title);
    row.set("UNIT", person.unit_name);
    row.set("PHONE", person.phone);
    row.set("EMAIL", person.email);
    row.show(person.is_public ? "PUBLIC" : "PRIVATE");
  }
  return std::move(page).respond();
}

http::Response new_person(App& /*app*/, server::Context& context) {
  http::Fields values;
  values.add("position", "100");
  return show_form(context, person_frame(), person_form(nullptr, PeopleStore(context.db()).units()), values);
}

http::Response add_person(App& /*app*/, server::Context& context) {
  PeopleStore store(context.db());
  const FormPage form = person_form(nullptr, store.units());
  auto person = parse_person(context.request.form, true);
  if (!person) return form_again(context, person_frame(), form, person.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (!store.unit(person->unit)) return base::fail(FaultKind::Invalid, "", {{"unit", "Xin chọn một đơn vị trong danh sách.", ""}});
    if (store.is_person_code_taken(person->code, {}))
      return base::fail(FaultKind::Invalid, "", {{"code", "Mã này đã dùng cho người khác.", ""}});
    const auto id = store.add_person(*person);
    note(context, {.chain = "person:" + std::to_string(id.value), .action = "person_add", .authority = authority_of(context.actor, Capability::ManageUnits),
                   .note = changes_of(Person{}, *person)});
    publish_site(context.db());
    return std::string{kPeople};
  });
  return done ? http::redirect(*done) : form_again(context, person_frame(), form, done.error());
}

http::Response edit_person(App& /*app*/, server::Context& context) {
  PeopleStore store(context.db());
  const auto person = store.person(context.path.id<base::PersonId>("id"));
  if (!person) return server::fault_response(context, person.error());
  return show_form(context, person_frame(), person_form(&*person, store.units()), fields_of(*person));
}

http::Response save_person(App& /*app*/, server::Context& context) {
  PeopleStore store(context.db());
  const auto before = store.person(context.path.id<base::PersonId>("id"));
  if (!before) return server::fault_response(context, before.error());
  const FormPage form = person_form(&*before, store.units());
  auto person = parse_person(context.request.form, false);
  if (!person) return form_again(context, person_frame(), form, person.error());
  person->id = before->id;
  const std::string changes = changes_of(*before, *person);
  if (changes.empty()) return http::redirect(std::string{kPeople});
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (!store.unit(person->unit)) return base::fail(FaultKind::Invalid, "", {{"unit", "Xin chọn một đơn vị trong danh sách.", ""}});
    if (const auto saved = store.save_person(*person); !saved) return tl::unexpected<base::Fault>(saved.error());
    note(context, {.chain = "person:" + std::to_string(person->id.value), .action = "person_edit",
                   .authority = authority_of(context.actor, Capability::ManageUnits), .note = changes});
    publish_site(context.db());
    return std::string{kPeople};
  });
  return done ? http::redirect(*done) : form_again(context, person_frame(), form, done.error(), "person:" + std::to_string(before->id.value));
}

}  // namespace portal::admin
