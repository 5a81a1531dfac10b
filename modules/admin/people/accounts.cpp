// Accounts: opened, locked and reset by the network administrator (D6.3), never one's own. A new or reset password is shown once.
#include "modules/admin/act.h"
#include "modules/admin/list_view.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/handlers.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rights/handlers.h"
#include "modules/admin/rights/store.h"
#include "modules/admin/rules.h"
#include "shared/access/session.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;

constexpr std::string_view kUrl = "/quan-tri/tai-khoan/";

std::string url_of(base::AccountId id) { return std::string{kUrl} + std::to_string(id.value); }

workflow::AuditEntry entry_of(base::AccountId id, std::string action, const access::Actor& actor, std::string text) {
  workflow::AuditEntry entry;
  entry.chain = "account:" + std::to_string(id.value);
  entry.action = std::move(action);
  entry.authority = authority_of(actor, Capability::ManageAccounts);
  entry.note = std::move(text);
  return entry;
}

// The page that shows a one-time password; it cannot be asked for again.
http::Response password_page(server::Context& context, const Account& account, const std::string& password) {
  office::OfficePage page(context, admin_frame(context, "Mật khẩu dùng một lần", "accounts"), "admin/password.tpl");
  page.content().set("NAME", account.full_name);
  page.content().set("USERNAME", account.username);
  page.content().set("PASSWORD", password);
  page.content().set("ACCOUNT_PAGE", url_of(account.id));
  return std::move(page).respond();
}

RowChip chip_of(const Account& account) {
  return account.is_active ? RowChip{"green", "circle-check", "Đang dùng"} : RowChip{"grey", "ban", "Đã khóa"};
}

std::string facts_of(const Account& account) {
  std::string facts = account.job_title + (account.unit_name.empty() ? "" : ", " + account.unit_name) + " · " + account.username;
  facts += account.last_login_at ? " · đăng nhập " + base::format_date_time(*account.last_login_at) : " · chưa đăng nhập";
  if (account.has_totp) facts += " · xác thực hai lớp";
  return facts;
}

}  // namespace

http::Response show_accounts(App& app, server::Context& context) {
  static_cast<void>(app);
  ListPage list;
  list.heading = "Tài khoản";
  list.lead = "Tài khoản do chuyên viên quản trị mạng mở, khóa (Điều 6 khoản 3). Một người có thể có nhiều tài khoản; quyền xét theo người.";
  list.buttons = {{"Mở tài khoản", std::string{kUrl} + "moi"}};
  ListGroup group;
  for (const Account& account : PeopleStore(context.db()).accounts()) {
    ListRow row;
    row.title = account.full_name;
    row.url = url_of(account.id);
    row.lines = {facts_of(account)};
    row.chips = {chip_of(account)};
    group.rows.push_back(std::move(row));
  }
  list.groups.push_back(std::move(group));
  return show_list(context, admin_frame(context, "Tài khoản, vai trò", "accounts"), list);
}

http::Response show_new_account(App& app, server::Context& context) {
  static_cast<void>(app);
  return show_form(context, admin_frame(context, "Mở tài khoản", "accounts"), account_form(PeopleStore(context.db()).people()), {});
}

http::Response add_account(App& app, server::Context& context) {
  static_cast<void>(app);
  PeopleStore store(context.db());
  const http::Fields& typed = context.request.form;
  const FormPage form = account_form(store.people());
  const auto frame = [&] { return admin_frame(context, "Mở tài khoản", "accounts"); };
  const auto draft = parse_account(typed);
  if (!draft) return show_form(context, frame(), form, typed, draft.error().fields);
  if (std::string why = why_not_change_rights(context.actor, draft->person); !why.empty())
    return show_form(context, frame(), form, typed, {{"person", std::move(why), "D6.3"}});
  const std::string password = one_time_password();
  const std::string phc = access::hash_password(password);
  base::AccountId id;
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (store.is_username_taken(draft->username))
      return base::fail(FaultKind::Invalid, "Chưa mở được.", {{"username", "Tên đăng nhập này đã có người dùng.", ""}});
    id = store.add_account(draft->person, draft->username, phc, draft->totp_required, context.now);
    note(context, entry_of(id, "account_add", context.actor, draft->username));
    return url_of(id);
  });
  if (!done) return show_form(context, frame(), form, typed, errors_of(done.error(), form));
  if (!id.is_set()) return http::redirect(*done);  // the form was sent twice: the password was shown the first time
  const auto account = store.account(id);
  if (!account) return server::fault_response(context, account.error());
  return password_page(context, *account, password);
}

http::Response show_account(App& app, server::Context& context) {
  static_cast<void>(app);
  const auto account = PeopleStore(context.db()).account(context.path.id<base::AccountId>("id"));
  if (!account) return server::fault_response(context, account.error());
  ListPage list;
  list.heading = account->full_name;
  list.lead = facts_of(*account);
  const std::string url = url_of(account->id);
  const bool is_own = !why_not_change_rights(context.actor, account->person).empty();
  ListRow state;
  state.title = "Tài khoản " + account->username;
  state.chips = {chip_of(*account)};
  const std::pair<std::string, std::string> version{"row_version", std::to_string(account->row_version)};
  if (is_own) {
    state.lines = {why_not_change_rights(context.actor, account->person)};
  } else {
    state.actions.push_back({account->is_active ? "Khóa tài khoản" : "Mở lại", url + (account->is_active ? "/khoa" : "/mo"), true, account->is_active, {version}});
    state.actions.push_back({"Đặt lại mật khẩu", url + "/dat-lai", true, false, {version}});
    if (account->has_totp) state.actions.push_back({"Bỏ xác thực hai lớp", url + "/bo-hai-lop", true, true, {version}});
    state.actions.push_back({"Thêm vai trò", url + "/vai-tro", false, false, {}});
  }
  list.groups.push_back({"", {std::move(state)}});
  ListGroup roles{"Vai trò", {}};
  for (const RoleEntry& entry : RightsStore(context.db(), context.now).roles_of(account->id)) {
    ListRow row = role_row(context.actor, entry);
    for (RowAction& action : row.actions) action.hidden.emplace_back("tu", "tai-khoan");
    roles.rows.push_back(std::move(row));
  }
  list.groups.push_back(std::move(roles));
  office::Frame frame = admin_frame(context, account->full_name, "accounts");
  frame.crumbs = {{std::string{kUrl}, "Tài khoản"}};
  frame.here = account->username;
  return show_list(context, std::move(frame), list);
}

http::Response change_account(App& app, server::Context& context) {
  static_cast<void>(app);
  PeopleStore store(context.db());
  const auto account = store.account(context.path.id<base::AccountId>("id"));
  if (!account) return server::fault_response(context, account.error());
  if (std::string why = why_not_change_rights(context.actor, account->person); !why.empty())
    return server::fault_response(context, {FaultKind::Forbidden, std::move(why), {}});
  const std::string_view act = context.path.text("act");
  const unsigned version = row_version_of(context.request.form);
  const bool is_reset = act == "dat-lai";
  const std::string password = is_reset ? one_time_password() : std::string{};
  const std::string phc = is_reset ? access::hash_password(password) : std::string{};
  bool is_done_now = false;
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    base::Result<bool> saved = base::fail(FaultKind::NotFound, "Không có việc này.");
    std::string action;
    std::string key = "luu";
    if (act == "khoa" || act == "mo") {
      saved = store.set_active(account->id, act == "mo", version);
      action = act == "mo" ? "account_enable" : "account_disable";
      key = act;
    } else if (is_reset) {
      saved = store.reset_password(account->id, phc, version);
      action = "account_reset";
    } else if (act == "bo-hai-lop") {
      saved = store.clear_totp(account->id, version);
      action = "account_totp_clear";
    }
    if (!saved) return tl::unexpected(saved.error());
    access::end_sessions(context.db(), account->id);  // acts at once, in every program
    note(context, entry_of(account->id, action, context.actor, account->username));
    is_done_now = true;
    return url_of(account->id) + "?xong=" + key;
  });
  if (!done) return server::fault_response(context, done.error());
  if (is_reset && is_done_now) return password_page(context, *account, password);
  return http::redirect(*done);
}

}  // namespace portal::admin
