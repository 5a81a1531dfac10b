#include "modules/admin/rights/handlers.h"

#include "modules/admin/act.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rights/forms.h"
#include "modules/admin/rights/store.h"
#include "modules/admin/rights/views.h"
#include "modules/admin/rules.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;

constexpr std::string_view kWaiting = "/quan-tri/vai-tro/";
constexpr std::string_view kDelegations = "/quan-tri/uy-quyen/";

std::string account_url(base::AccountId id) { return "/quan-tri/tai-khoan/" + std::to_string(id.value); }

}  // namespace

http::Response new_role(App& /*app*/, server::Context& context) {
  PeopleStore people(context.db());
  const auto account = people.account(context.path.id<base::AccountId>("id"));
  if (!account) return server::fault_response(context, account.error());
  if (std::string why = why_not_change_rights(context.actor, account->person); !why.empty())
    return server::fault_response(context, {FaultKind::Forbidden, std::move(why), {}});
  http::Fields values;
  values.add("valid_from", base::format_date(context.now));
  return show_form(context, {.menu = "accounts", .crumbs = {{account_url(account->id), account->username}}}, role_form(*account, people.units()), values);
}

http::Response add_role(App& /*app*/, server::Context& context) {
  PeopleStore people(context.db());
  const auto account = people.account(context.path.id<base::AccountId>("id"));
  if (!account) return server::fault_response(context, account.error());
  if (std::string why = why_not_change_rights(context.actor, account->person); !why.empty())
    return server::fault_response(context, {FaultKind::Forbidden, std::move(why), {}});
  const FormPage form = role_form(*account, people.units());
  const office::Frame frame{.menu = "accounts", .crumbs = {{account_url(account->id), account->username}}};
  const auto draft = parse_role_form(context.request.form);
  if (!draft) return show_form(context, frame, form, context.request.form, errors_of(draft.error(), form));
  RightsStore store(context.db(), context.now);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (draft->unit.is_set() && !people.unit(draft->unit)) return base::fail(FaultKind::Invalid, "", {{"unit", "Xin chọn một đơn vị trong danh sách.", ""}});
    if (store.has_same_role(account->id, *draft))
      return base::fail(FaultKind::Invalid, "", {{"role", "Tài khoản đã có vai trò này. Muốn đổi thời hạn thì thu hồi vai trò cũ trước.", ""}});
    const bool is_content = is_content_role(draft->role);
    const std::uint64_t id = store.add_role(account->id, *draft, context.actor.person, !is_content);
    Changes changes;
    changes.state("Tài khoản", account->username);
    changes.state("Vai trò", access::label_of(draft->role));
    changes.state("Đơn vị số", draft->unit.is_set() ? std::to_string(draft->unit.value) : "");
    changes.state("Từ ngày", draft->valid_from);
    changes.state("Đến hết ngày", draft->valid_to);
    note(context, {.chain = "role:" + std::to_string(id), .action = "role_enter", .to_state = is_content ? "waiting" : "in_force",
                   .authority = authority_of(context.actor, Capability::EnterRoles), .note = changes.text()});
    return account_url(account->id);
  });
  if (done) return http::redirect(*done);
  if (done.error().kind != FaultKind::Invalid) return server::fault_response(context, done.error());
  return show_form(context, frame, form, context.request.form, errors_of(done.error(), form));
}

http::Response list_waiting_roles(App& /*app*/, server::Context& context) {
  RightsStore store(context.db(), context.now);
  office::OfficePage page(context, {.title = "Xác nhận vai trò", .menu = "roles"}, "admin/roles.tpl");
  view::Dict waiting = page.content().include("WAITING", "admin/role_rows.tpl");
  fill_role_rows(waiting, store.roles_waiting(), context.actor, context.csrf_token(), "bac");
  view::Dict force = page.content().include("IN_FORCE", "admin/role_rows.tpl");
  fill_role_rows(force, store.roles_in_force(), context.actor, context.csrf_token(), "bac");
  for (const UnitChangeLine& line : PeopleStore(context.db()).unit_changes()) {
    if (line.is_confirmed || line.is_done) continue;
    view::Dict row = page.content().section("UNIT_CHANGE");
    row.set("CHANGE_URL", "/quan-tri/don-vi/thay-doi/" + std::to_string(line.id));
    row.set("CHANGE_WORDS", (line.into_name.empty() ? "Giải thể " + line.unit_name : "Sáp nhập " + line.unit_name + " vào " + line.into_name) + " từ " + line.from);
  }
  return std::move(page).respond();
}

http::Response confirm_role(App& /*app*/, server::Context& context) {
  RightsStore store(context.db(), context.now);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto entry = store.role(context.path.number("id"));
    if (!entry) return tl::unexpected<base::Fault>(entry.error());
    if (std::string why = why_not_confirm(context.actor, *entry); !why.empty()) return base::fail(FaultKind::Forbidden, std::move(why));
    if (const auto saved = store.confirm(entry->id, context.actor.person); !saved) return tl::unexpected<base::Fault>(saved.error());
    note(context, {.chain = "role:" + std::to_string(entry->id), .action = "role_confirm", .from_state = "waiting", .to_state = "in_force",
                   .authority = confirmer_of(*entry), .note = label_of_role(*entry) + ": " + entry->full_name + " (" + entry->username + ")"});
    return std::string{kWaiting};
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

http::Response revoke_role(App& /*app*/, server::Context& context) {
  RightsStore store(context.db(), context.now);
  const bool by_sysadmin = context.request.path.ends_with("/thu-hoi");
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto entry = store.role(context.path.number("id"));
    if (!entry) return tl::unexpected<base::Fault>(entry.error());
    if (std::string why = why_not_revoke(context.actor, *entry); !why.empty()) return base::fail(FaultKind::Forbidden, std::move(why));
    if (const auto saved = store.revoke(entry->id, context.actor.person); !saved) return tl::unexpected<base::Fault>(saved.error());
    note(context, {.chain = "role:" + std::to_string(entry->id), .action = "role_revoke", .from_state = entry->confirmed_at ? "in_force" : "waiting",
                   .to_state = "revoked",
                   .authority = authority_of(context.actor, by_sysadmin ? Capability::EnterRoles : Capability::ConfirmContentRoles),
                   .note = label_of_role(*entry) + ": " + entry->full_name + " (" + entry->username + ")"});
    return by_sysadmin ? account_url(entry->account) : std::string{kWaiting};
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

http::Response list_delegations(App& /*app*/, server::Context& context) {
  RightsStore store(context.db(), context.now);
  office::OfficePage page(context, {.title = "Ủy quyền", .menu = "delegations"}, "admin/delegations.tpl");
  view::Dict& content = page.content();
  const auto delegations = store.delegations();
  content.show("EMPTY", delegations.empty());
  for (const Delegation& d : delegations) {
    view::Dict row = content.section("ROW");
    const DelegableAct* act = find_act(d.act);
    row.set("NAME", d.full_name);
    row.set("ACT", act != nullptr ? act->label : std::string_view{d.act});
    row.set("SCOPE", d.section_title.empty() ? std::string{"Mọi chuyên mục"} : d.section_title);
    row.set("FROM", base::format_date(d.valid_from));
    row.set("TO", base::format_date(d.valid_to - std::chrono::seconds(1)));
    row.set("DOCUMENT", d.document_number);
    row.set("BY", d.granted_by_name);
    const bool is_over = d.valid_to <= context.now;
    const bool is_to_come = d.valid_from > context.now;
    row.set("STATE", d.revoked_at ? "Đã thu hồi " + base::format_date(*d.revoked_at) : is_over ? std::string{"Đã hết hạn"} : is_to_come ? std::string{"Chưa đến ngày"} : std::string{"Đang có hiệu lực"});
    row.set("ICON", d.revoked_at || is_over ? "ban" : is_to_come ? "hourglass" : "circle-check");
    const bool may_revoke = act == nullptr || why_not_give(context.actor, *act).empty();
    if (!d.revoked_at && !is_over && may_revoke) {
      view::Dict out = row.section("REVOKE");
      out.set("ACT_URL", std::string{kDelegations} + std::to_string(d.id) + "/thu-hoi");
      out.set("CSRF", context.csrf_token());
      out.set("KEY", workflow::new_form_key());
    }
  }
  return std::move(page).respond();
}

http::Response new_delegation(App& /*app*/, server::Context& context) {
  RightsStore store(context.db(), context.now);
  http::Fields values;
  values.add("valid_from", base::format_date(context.now));
  return show_form(context, {.menu = "delegations", .crumbs = {{std::string{kDelegations}, "Ủy quyền"}}, .here = "Ủy quyền mới"},
                   delegation_form(context.actor, store.delegates(), store.sections()), values);
}

http::Response give_delegation(App& /*app*/, server::Context& context) {
  RightsStore store(context.db(), context.now);
  const office::Frame frame{.menu = "delegations", .crumbs = {{std::string{kDelegations}, "Ủy quyền"}}, .here = "Ủy quyền mới"};
  const auto delegates = store.delegates();
  const auto sections = store.sections();
  const FormPage form = delegation_form(context.actor, delegates, sections);
  const auto draft = parse_delegation(context.request.form, delegates, sections, context.actor.person, context.now);
  if (!draft) return show_form(context, frame, form, context.request.form, errors_of(draft.error(), form));
  if (std::string why = why_not_give(context.actor, *find_act(draft->act)); !why.empty())
    return show_form(context, frame, form, context.request.form, {{"act", std::move(why), "D19.2"}});
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const std::uint64_t id = store.add_delegation(*draft, context.actor.person);
    Changes changes;
    changes.state("Người được ủy quyền số", std::to_string(draft->person.value));
    changes.state("Việc", find_act(draft->act)->label);
    changes.state("Chuyên mục số", draft->section.is_set() ? std::to_string(draft->section.value) : "mọi chuyên mục");
    changes.state("Từ", base::format_date_time(draft->valid_from));
    changes.state("Đến", base::format_date_time(draft->valid_to));
    changes.state("Số văn bản", draft->document_number);
    note(context, {.chain = "delegation:" + std::to_string(id), .action = "delegation_give", .to_state = "in_force",
                   .authority = authority_of(context.actor, Capability::Delegate), .note = changes.text()});
    return std::string{kDelegations};
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

http::Response revoke_delegation(App& /*app*/, server::Context& context) {
  RightsStore store(context.db(), context.now);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto delegation = store.delegation(context.path.number("id"));
    if (!delegation) return tl::unexpected<base::Fault>(delegation.error());
    const DelegableAct* act = find_act(delegation->act);
    if (std::string why = act == nullptr ? "" : why_not_give(context.actor, *act); !why.empty()) return base::fail(base::FaultKind::Forbidden, std::move(why));
    if (const auto saved = store.revoke_delegation(delegation->id, context.actor.person); !saved) return tl::unexpected<base::Fault>(saved.error());
    note(context, {.chain = "delegation:" + std::to_string(delegation->id), .action = "delegation_revoke", .from_state = "in_force", .to_state = "revoked",
                   .authority = authority_of(context.actor, Capability::Delegate), .note = delegation->full_name + ", số " + delegation->document_number});
    return std::string{kDelegations};
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

}  // namespace portal::admin
