// A unit that is merged or dissolved (D9.4, D6.3): entered with its decision, shown with everything that follows, confirmed by the board's head since roles
// over content move with it, and carried out by the scheduler on its day (shared/workflow/unit_change.h, decision 0025).
#include "modules/admin/act.h"
#include "modules/admin/clock_preview.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/handlers.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rights/views.h"
#include "modules/admin/rules.h"
#include "shared/notices/notices.h"
#include "shared/workflow/idempotency.h"
#include "shared/workflow/unit_change.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;
using workflow::Followers;
using workflow::UnitChange;

constexpr std::string_view kUnits = "/quan-tri/don-vi/";

std::string change_url(std::uint64_t id) { return std::string{kUnits} + "thay-doi/" + std::to_string(id); }

office::Frame frame(const server::Context& context) {
  if (access::may(context.actor, Capability::ManageUnits)) return {.menu = "units", .crumbs = {{std::string{kUnits}, "Đơn vị"}}};
  return {.menu = "roles", .crumbs = {{"/quan-tri/vai-tro/", "Xác nhận vai trò"}}};
}

std::string what_of(const UnitChange& change) {
  return change.into.is_set() ? "Sáp nhập " + change.unit_name + " vào " + change.into_name : "Giải thể " + change.unit_name;
}

std::string day_of(const UnitChange& change) { return base::format_date(base::start_of(change.from)); }

// Nobody needs to go on with a unit that has nothing; any other needs a successor.
std::string why_not_end(const UnitChange& change, const Followers& followers) {
  if (change.into.is_set() || followers.is_nothing()) return "";
  return "Đơn vị còn người, vai trò hoặc tin, bài nên phải có đơn vị tiếp nhận.";
}

// The plan as the form has it, not entered yet.
UnitChange planned(const Unit& unit, const UnitEnd& end, const std::vector<Unit>& units, const server::Context& context) {
  UnitChange change;
  change.unit = unit.id;
  change.unit_name = unit.name;
  change.into = end.into;
  for (const Unit& one : units)
    if (one.id == end.into) change.into_name = one.name;
  change.from = base::local_date(*base::parse_date_time(end.from));
  change.document_number = end.document_number;
  change.entered_by = context.actor.person;
  change.entered_by_name = context.actor.display_name;
  change.entered_at = context.now;
  return change;
}

std::string words_of_role(std::string_view key) {
  access::Role role{};
  return access::parse_role(key, role) ? std::string{access::label_of(role)} : std::string{key};
}

void fill_people(view::Dict& content, const UnitChange& change, const Followers& followers) {
  if (!followers.people.empty()) {
    view::Dict people = content.section("HAS_PEOPLE");
    people.set("COUNT", static_cast<std::int64_t>(followers.people.size()));
    people.set("INTO", change.into_name);
    for (const workflow::PersonFollower& person : followers.people) people.section("PERSON").set("WORDS", person.full_name + ", " + person.job_title);
  }
  if (!followers.roles.empty()) {
    view::Dict table = content.section("HAS_ROLES");
    for (const workflow::RoleFollower& role : followers.roles) {
      view::Dict row = table.section("ROLE");
      row.set("NAME", role.full_name);
      row.set("USERNAME", role.username);
      row.set("LABEL", words_of_role(role.role_key));
      row.set("SPAN", "từ " + role.valid_from + (role.valid_to.empty() ? "" : " đến hết " + role.valid_to));
      if (role.moves)
        row.section("MOVES").set("INTO", change.into_name);
      else
        row.show("ENDS");
    }
  }
  if (followers.delegations.empty()) return;
  view::Dict delegations = content.section("HAS_DELEGATIONS");
  for (const workflow::DelegationFollower& one : followers.delegations) {
    const DelegableAct* act = find_act(one.act);
    delegations.section("DELEGATION").set("WORDS", one.full_name + ": " + (act == nullptr ? one.act : std::string{act->label}) + ", số " + one.document_number + ", đến hết " +
                                                       base::format_date(one.valid_to - std::chrono::seconds(1)));
  }
}

void fill_work(view::Dict& content, const UnitChange& change, const Followers& followers) {
  const std::string successor = change.into.is_set() ? change.into_name : std::string{"đơn vị tiếp nhận"};
  if (!followers.items.empty()) {
    view::Dict items = content.section("HAS_ITEMS");
    items.set("COUNT", static_cast<std::int64_t>(followers.items.size()));
    items.set("INTO", change.into_name);
    for (const workflow::ItemFollower& item : followers.items) {
      const auto state = workflow::parse_state(item.state_key);
      // By its code: a draft's title is its author's (D9.1a).
      items.section("ITEM").set("WORDS", item.code + ", " + std::string{state ? workflow::label_of(*state) : std::string_view{item.state_key}});
    }
  }
  if (const std::int64_t kept = followers.items_with_board + followers.items_done; kept > 0) {
    view::Dict stay = content.section("HAS_KEPT");
    stay.set("COUNT", kept);
    stay.set("OPEN", followers.items_with_board);
    stay.set("UNIT", change.unit_name);
    stay.set("INTO", successor);
  }
  if (!followers.clocks.empty()) {
    view::Dict clocks = content.section("HAS_CLOCKS");
    for (const workflow::ClockFollower& clock : followers.clocks) {
      const bool is_late = clock.due && *clock.due <= base::start_of(change.from);
      clocks.section("CLOCK").set("WORDS", clock.clause + ", " + clock.title + (clock.due ? ", hạn " + base::format_date_time(*clock.due) : "") +
                                               (is_late ? ": nếu chưa xong thì kết thúc và ghi là trễ" : ": không còn phải thực hiện"));
    }
  }
  if (followers.quotas > 0) content.section("HAS_QUOTAS").set("COUNT", followers.quotas);
}

void fill_change(view::Dict& content, const UnitChange& change, const Followers& followers) {
  content.set("HEADING", what_of(change));
  content.set("UNIT", change.unit_name);
  content.set_if("HAS_INTO", "INTO", change.into_name);
  content.set("FROM", day_of(change));
  content.set("DOCUMENT", change.document_number);
  content.set("ENTERED", change.entered_by_name + ", " + base::format_date_time(change.entered_at));
  if (change.done_at) return;
  view::Dict list = content.section("FOLLOWERS");
  fill_people(list, change, followers);
  fill_work(list, change, followers);
  list.show("NOTHING", followers.is_nothing() && followers.clocks.empty() && followers.quotas == 0 && followers.delegations.empty());
  list.set("UNIT", change.unit_name);
  list.set_if("HAS_INTO", "INTO", change.into_name);
  list.set("FROM", day_of(change));
}

std::string state_words(const UnitChange& change, base::UtcTime now) {
  if (change.done_at) return "Đã thực hiện lúc " + base::format_date_time(*change.done_at);
  if (change.cancelled_at) return "Đã bỏ, " + change.cancelled_by_name + ", " + base::format_date_time(*change.cancelled_at);
  if (!change.confirmed_at) return "Chờ Trưởng Ban Biên tập hoặc Lãnh đạo Sở xác nhận";
  return (base::start_of(change.from) <= now ? std::string{"Đã xác nhận, thực hiện trong ít phút tới"} : "Đã xác nhận, thực hiện ngày " + day_of(change)) + " (" +
         change.confirmed_by_name + ", " + base::format_date_time(*change.confirmed_at) + ")";
}

// Who entered it does not confirm it, by whatever account (D6.3).
std::string why_not_confirm_end(const access::Actor& actor, const UnitChange& change) {
  if (!change.is_waiting() || change.confirmed_at) return "Việc này đã được xác nhận, đã bỏ hoặc đã thực hiện.";
  if (!access::may(actor, Capability::ConfirmContentRoles)) return "Việc này do Trưởng Ban Biên tập hoặc Lãnh đạo Sở xác nhận.";
  if (change.entered_by == actor.person) return "Người nhập việc này không tự xác nhận.";
  return "";
}

std::string why_not_see(const access::Actor& actor) {
  if (access::may(actor, Capability::ManageUnits) || access::may(actor, Capability::ConfirmContentRoles)) return "";
  return "Trang này dành cho người quản lý đơn vị và người xác nhận vai trò.";
}

std::string authority_over_end(const access::Actor& actor) {
  std::string managing = authority_of(actor, Capability::ManageUnits);
  return managing.empty() ? authority_of(actor, Capability::ConfirmContentRoles) : managing;
}

void tell_confirmers(server::Context& context, const UnitChange& change) {
  notices::People people = notices::people_with_role(context.db(), access::key_of(access::Role::BoardHead), {}, context.now);
  std::erase(people, context.actor.person);
  notices::tell(context.db(), people,
                {.kind = notices::Kind::Waits, .unit = change.unit, .cause = "unit_change:" + std::to_string(change.id.value),
                 .text = what_of(change) + " từ " + day_of(change) + " (" + change.document_number + "): chờ ông, bà xác nhận ở trang Xác nhận vai trò."},
                context.now);
}

struct Opened {
  Unit unit;
  std::vector<Unit> units;
};

// The unit whose end the address asks for. Faults: NotFound, NotAllowedNow when it has ended or its end is planned already.
base::Result<Opened> open_unit(server::Context& context) {
  PeopleStore store(context.db());
  auto unit = store.unit(context.path.id<base::UnitId>("id"));
  if (!unit) return tl::unexpected<base::Fault>(unit.error());
  if (!unit->valid_to.empty()) return base::fail(FaultKind::NotAllowedNow, unit->name + " đã kết thúc, hoạt động đến hết ngày " + unit->valid_to + ".");
  if (const auto waiting = workflow::waiting_change_of(context.db(), unit->id))
    return base::fail(FaultKind::NotAllowedNow, "Đã có việc đang chờ: " + what_of(*waiting) + " từ " + day_of(*waiting) + ". Bỏ việc đó trước khi nhập việc khác.");
  return Opened{*std::move(unit), store.units()};
}

http::Response show_following(server::Context& context, const UnitChange& change, const Followers& followers) {
  office::Frame shown = frame(context);
  shown.title = what_of(change);
  shown.here = "Xem trước";
  office::OfficePage page(context, std::move(shown), "admin/unit_end.tpl");
  view::Dict& content = page.content();
  fill_change(content, change, followers);
  view::Dict form = content.section("PREVIEW");
  form.set("ACTION", std::string{kUnits} + std::to_string(change.unit.value) + "/sap-nhap");
  form.set("KEY", workflow::new_form_key());
  form.set("INTO_ID", change.into.is_set() ? std::to_string(change.into.value) : std::string{});
  form.set("FROM_DAY", day_of(change));
  form.set("DOCUMENT_NUMBER", change.document_number);
  return std::move(page).respond();
}

}  // namespace

http::Response new_unit_end(App& /*app*/, server::Context& context) {
  const auto opened = open_unit(context);
  if (!opened) return server::fault_response(context, opened.error());
  http::Fields values;
  values.add("from", "");
  return show_form(context, frame(context), unit_end_form(opened->unit, opened->units), values);
}

http::Response enter_unit_end(App& /*app*/, server::Context& context) {
  if (auto twin = answer_of_twin(context)) return *std::move(twin);
  const auto opened = open_unit(context);
  if (!opened) return server::fault_response(context, opened.error());
  const FormPage form = unit_end_form(opened->unit, opened->units);
  const auto end = parse_unit_end(context.request.form, opened->unit, opened->units, context.now);
  if (!end) return form_again(context, frame(context), form, end.error());
  const Step step = step_of(context.request.form);
  if (step == Step::Edit) return show_form(context, frame(context), form, context.request.form);
  UnitChange change = planned(opened->unit, *end, opened->units, context);
  const Followers followers = workflow::followers_of(context.db(), change);
  if (std::string why = why_not_end(change, followers); !why.empty())
    return show_form(context, frame(context), form, context.request.form, {{"into", std::move(why), "D9.4"}});
  if (step == Step::Preview) return show_following(context, change, followers);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    change.id = workflow::UnitChangeId{
        PeopleStore(context.db()).add_unit_change(change.unit, change.into, end->from, change.document_number, context.actor.person, context.now)};
    Changes changes;
    changes.state("Việc", what_of(change));
    changes.state("Từ ngày", day_of(change));
    changes.state("Số quyết định", change.document_number);
    note(context, {.chain = "unit:" + std::to_string(change.unit.value), .action = "unit_end_enter", .from_state = "active", .to_state = "active",
                   .authority = authority_of(context.actor, Capability::ManageUnits), .note = changes.text()});
    tell_confirmers(context, change);
    return change_url(change.id.value);
  });
  return done ? http::redirect(*done) : form_again(context, frame(context), form, done.error());
}

http::Response show_unit_end(App& /*app*/, server::Context& context) {
  if (std::string why = why_not_see(context.actor); !why.empty()) return server::fault_response(context, {FaultKind::Forbidden, std::move(why), {}});
  const auto change = workflow::find_unit_change(context.db(), context.path.id<workflow::UnitChangeId>("id"));
  if (!change) return server::fault_response(context, change.error());
  office::Frame shown = frame(context);
  shown.title = what_of(*change);
  shown.here = "Sáp nhập, giải thể";
  office::OfficePage page(context, std::move(shown), "admin/unit_end.tpl");
  view::Dict& content = page.content();
  fill_change(content, *change, change->is_waiting() ? workflow::followers_of(context.db(), *change) : Followers{});
  content.section("STATE").set("STATE_WORDS", state_words(*change, context.now));
  view::Dict acts = content.section("ACTS");
  const auto add = [&](const char* name, std::string_view path) {
    view::Dict act = acts.section(name);
    act.set("ACT_URL", change_url(change->id.value) + std::string{path});
    act.set("KEY", workflow::new_form_key());
  };
  if (why_not_confirm_end(context.actor, *change).empty()) add("CONFIRM", "/xac-nhan");
  if (change->is_waiting()) add("CANCEL", "/bo");
  return std::move(page).respond();
}

http::Response confirm_unit_end(App& /*app*/, server::Context& context) {
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto change = workflow::find_unit_change(context.db(), context.path.id<workflow::UnitChangeId>("id"), true);
    if (!change) return tl::unexpected<base::Fault>(change.error());
    if (std::string why = why_not_confirm_end(context.actor, *change); !why.empty()) return base::fail(FaultKind::Forbidden, std::move(why));
    if (const auto saved = PeopleStore(context.db()).confirm_unit_change(change->id.value, context.actor.person, context.now); !saved)
      return tl::unexpected<base::Fault>(saved.error());
    note(context, {.chain = "unit:" + std::to_string(change->unit.value), .action = "unit_end_confirm", .from_state = "active", .to_state = "active",
                   .authority = authority_of(context.actor, Capability::ConfirmContentRoles), .note = what_of(*change) + " từ " + day_of(*change)});
    return change_url(change->id.value);
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

http::Response cancel_unit_end(App& /*app*/, server::Context& context) {
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (std::string why = why_not_see(context.actor); !why.empty()) return base::fail(FaultKind::Forbidden, std::move(why));
    const auto change = workflow::find_unit_change(context.db(), context.path.id<workflow::UnitChangeId>("id"), true);
    if (!change) return tl::unexpected<base::Fault>(change.error());
    if (const auto saved = PeopleStore(context.db()).cancel_unit_change(change->id.value, context.actor.person, context.now); !saved)
      return tl::unexpected<base::Fault>(saved.error());
    note(context, {.chain = "unit:" + std::to_string(change->unit.value), .action = "unit_end_cancel", .from_state = "active", .to_state = "active",
                   .authority = authority_over_end(context.actor), .note = what_of(*change) + " từ " + day_of(*change)});
    return change_url(change->id.value);
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

}  // namespace portal::admin
