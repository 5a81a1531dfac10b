// Accounts: making, locking, a new one-time password, the second factor (D6.3). Roles are in rights/.
#include <algorithm>
#include <array>

#include "modules/admin/act.h"
#include "modules/admin/people/forms.h"
#include "modules/admin/people/handlers.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rights/store.h"
#include "modules/admin/rights/views.h"
#include "modules/admin/rules.h"
#include "shared/access/session.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

using access::Capability;
using base::FaultKind;

constexpr std::string_view kAccounts = "/quan-tri/tai-khoan/";

office::Frame frame() { return {.menu = "accounts", .crumbs = {{std::string{kAccounts}, "Tài khoản, vai trò"}}}; }

std::string url_of(base::AccountId id) { return std::string{kAccounts} + std::to_string(id.value); }

// The one page that ever shows a one-time password: the answer to the form itself. A second send of the form leads to the account instead.
http::Response password_page(server::Context& context, const Account& account, const std::string& password) {
  office::Frame shown = frame();
  shown.title = "Mật khẩu một lần";
  shown.here = account.username;
  office::OfficePage page(context, std::move(shown), "admin/one_time_password.tpl");
  page.content().set("USERNAME", account.username);
  page.content().set("NAME", account.full_name);
  page.content().set("PASSWORD", password);
  page.content().set("URL", url_of(account.id));
  return std::move(page).respond();
}

struct Verb {
  std::string_view path;
  workflow::ActName action;
  std::string_view words;
  bool is_danger;
};

constexpr std::array kVerbs{
    Verb{"khoa", "account_disable", "Khóa tài khoản", true},
    Verb{"mo", "account_enable", "Mở lại tài khoản", false},
    Verb{"mat-khau", "account_reset", "Cấp mật khẩu một lần", true},
    Verb{"hai-lop", "account_totp_ask", "Bắt buộc xác thực hai lớp", false},
    Verb{"thoi-hai-lop", "account_totp_free", "Thôi bắt buộc xác thực hai lớp", false},
    Verb{"go-hai-lop", "account_totp_clear", "Gỡ thiết bị xác thực đã mất", true},
};

bool is_offered(const Verb& verb, const Account& account) {
  if (verb.path == "khoa" || verb.path == "mat-khau") return account.is_active;
  if (verb.path == "mo") return !account.is_active;
  if (verb.path == "hai-lop") return !account.totp_required;
  if (verb.path == "thoi-hai-lop") return account.totp_required;
  return account.has_totp;
}

// What the verb changes, for the trail; never a password.
Changes changes_of(const Verb& verb, const Account& account) {
  Changes changes;
  changes.state("Tài khoản", account.username + " (" + account.full_name + ")");
  if (verb.path == "khoa") changes.add("Tình trạng", "đang dùng", "đã khóa");
  else if (verb.path == "mo") changes.add("Tình trạng", "đã khóa", "đang dùng");
  else if (verb.path == "mat-khau") changes.add("Mật khẩu", account.must_change_password ? "mật khẩu một lần" : "do người dùng đặt", "mật khẩu một lần mới");
  else if (verb.path == "go-hai-lop") changes.add("Thiết bị xác thực", "đã cài", "đã gỡ");
  else changes.add("Xác thực hai lớp", account.totp_required ? "bắt buộc" : "không bắt buộc", verb.path == "hai-lop" ? "bắt buộc" : "không bắt buộc");
  return changes;
}

}  // namespace

http::Response list_accounts(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Tài khoản, vai trò", .menu = "accounts"}, "admin/accounts.tpl");
  RightsStore rights(context.db(), context.now);
  const auto roles = rights.roles_in_force();
  for (const Account& account : PeopleStore(context.db()).accounts()) {
    view::Dict row = page.content().section("ROW");
    row.set("URL", url_of(account.id));
    row.set("USERNAME", account.username);
    row.set("NAME", account.full_name);
    row.set("UNIT", account.unit_name);
    row.set("ROLES", words_of_roles(roles, account.id));
    row.show(account.is_active ? "ACTIVE" : "DISABLED");
    row.show("TOTP", account.has_totp);
    row.set("LAST_LOGIN", account.last_login_at ? base::format_date_time(*account.last_login_at) : std::string{"chưa đăng nhập"});
  }
  return std::move(page).respond();
}

http::Response new_account(App& /*app*/, server::Context& context) {
  return show_form(context, frame(), account_form(PeopleStore(context.db()).people()), {});
}

http::Response add_account(App& /*app*/, server::Context& context) {
  PeopleStore store(context.db());
  const FormPage form = account_form(store.people());
  const auto draft = parse_account(context.request.form);
  if (!draft) return show_form(context, frame(), form, context.request.form, errors_of(draft.error(), form));
  const std::string password = access::one_time_password();
  const std::string hash = access::hash_password(password);
  base::AccountId made;
  const auto done = carry_out_once(context, [&]() -> base::Result<std::string> {
    if (!store.person(draft->person)) return base::fail(FaultKind::Invalid, "", {{"person", "Xin chọn một người trong danh sách.", ""}});
    if (std::string why = why_not_change_rights(context.actor, draft->person); !why.empty())
      return base::fail(FaultKind::Invalid, "", {{"person", why, "D6.3"}});
    if (store.is_username_taken(draft->username)) return base::fail(FaultKind::Invalid, "", {{"username", "Tên đăng nhập này đã có người dùng.", ""}});
    made = store.add_account(draft->person, draft->username, hash, draft->totp_required, context.now);
    Changes changes;
    changes.state("Tên đăng nhập", draft->username);
    changes.state("Xác thực hai lớp", draft->totp_required ? "bắt buộc" : "không bắt buộc");
    note(context, {.chain = "account:" + std::to_string(made.value), .action = "account_add", .to_state = "active",
                   .authority = authority_of(context.actor, Capability::ManageAccounts), .note = changes.text()});
    return url_of(made);
  });
  if (!done) {
    if (done.error().kind != FaultKind::Invalid) return server::fault_response(context, done.error());
    return show_form(context, frame(), form, context.request.form, errors_of(done.error(), form));
  }
  const auto account = store.account(made);
  return done->is_repeat || !account ? http::redirect(done->location) : password_page(context, *account, password);
}

http::Response show_account(App& /*app*/, server::Context& context) {
  const auto account = PeopleStore(context.db()).account(context.path.id<base::AccountId>("id"));
  if (!account) return server::fault_response(context, account.error());
  office::Frame shown = frame();
  shown.title = account->username;
  shown.here = account->username;
  office::OfficePage page(context, std::move(shown), "admin/account.tpl");
  view::Dict& content = page.content();
  content.set("USERNAME", account->username);
  content.set("NAME", account->full_name);
  content.set("JOB", account->job_title);
  content.set("UNIT", account->unit_name);
  content.show(account->is_active ? "ACTIVE" : "DISABLED");
  content.set("TOTP", account->has_totp ? "đã cài" : account->needs_totp ? "bắt buộc, chưa cài: vai trò đang nghỉ" : "không dùng");
  content.set("PASSWORD_STATE", account->must_change_password ? "mật khẩu một lần, chưa đổi: vai trò đang nghỉ" : "do người dùng đặt");
  content.set("LAST_LOGIN", account->last_login_at ? base::format_date_time(*account->last_login_at) : std::string{"chưa đăng nhập"});
  const std::string why = why_not_change_rights(context.actor, account->person);
  content.set_if("OWN", "WHY", why);
  if (why.empty()) {
    view::Dict acts = content.section("ACTS");
    acts.set("ROLE_URL", url_of(account->id) + "/vai-tro");
    for (const Verb& verb : kVerbs) {
      if (!is_offered(verb, *account)) continue;
      view::Dict act = acts.section("ACT");
      act.set("ACT_URL", url_of(account->id) + "/viec/" + std::string{verb.path});
      act.set("ACT_LABEL", verb.words);
      act.set("CSRF", context.csrf_token());
      act.set("KEY", workflow::new_form_key());
      act.set("ROW_VERSION", std::int64_t{account->row_version});
      act.show(verb.is_danger ? "DANGER" : "PLAIN");
    }
  }
  RightsStore rights(context.db(), context.now);
  view::Dict role_rows = content.include("ROLE_ROWS", "admin/role_rows.tpl");
  fill_role_rows(role_rows, rights.roles_of(account->id), context.actor, context.csrf_token(), "thu-hoi");
  return std::move(page).respond();
}

http::Response change_account(App& /*app*/, server::Context& context) {
  const auto verb = std::find_if(kVerbs.begin(), kVerbs.end(), [&](const Verb& v) { return v.path == context.path.text("viec"); });
  if (verb == kVerbs.end()) return server::fault_response(context, {FaultKind::NotFound, "Không có việc này.", {}});
  PeopleStore store(context.db());
  const auto before = store.account(context.path.id<base::AccountId>("id"));
  if (!before) return server::fault_response(context, before.error());
  if (std::string why = why_not_change_rights(context.actor, before->person); !why.empty())
    return server::fault_response(context, {FaultKind::Forbidden, std::move(why), {}});
  const unsigned row_version = row_version_of(context.request.form);
  const bool is_reset = verb->path == "mat-khau";
  const std::string password = is_reset ? access::one_time_password() : "";
  const std::string hash = is_reset ? access::hash_password(password) : "";
  const auto done = carry_out_once(context, [&]() -> base::Result<std::string> {
    if (!is_offered(*verb, *before)) return base::fail(FaultKind::NotAllowedNow, "Tài khoản không còn ở trạng thái làm được việc này.");
    base::Result<bool> saved = true;
    if (verb->path == "khoa" || verb->path == "mo") saved = store.set_active(before->id, verb->path == "mo", row_version);
    else if (is_reset) saved = store.reset_password(before->id, hash, row_version);
    else if (verb->path == "go-hai-lop") saved = store.clear_totp(before->id, row_version);
    else saved = store.ask_totp(before->id, verb->path == "hai-lop", row_version);
    if (!saved) return tl::unexpected<base::Fault>(saved.error());
    // Whoever is inside with the old password or the lost device is out with the next request.
    if (verb->path != "mo" && verb->path != "thoi-hai-lop") access::end_sessions(context.db(), before->id);
    Changes changes = changes_of(*verb, *before);
    if ((is_reset || verb->path == "go-hai-lop") && store.unconfirm_content_roles(before->id, context.actor.person))
      changes.add("Vai trò về nội dung", "đang có hiệu lực", "chờ xác nhận lại");
    note(context, {.chain = "account:" + std::to_string(before->id.value), .action = verb->action,
                   .from_state = before->is_active ? "active" : "disabled",
                   .to_state = verb->path == "khoa" ? "disabled" : (verb->path == "mo" || before->is_active) ? "active" : "disabled",
                   .authority = authority_of(context.actor, Capability::ManageAccounts), .note = changes.text()});
    return url_of(before->id);
  });
  if (!done) return server::fault_response(context, done.error());
  return is_reset && !done->is_repeat ? password_page(context, *before, password) : http::redirect(done->location);
}

}  // namespace portal::admin
