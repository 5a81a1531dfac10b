#include "modules/admin/account/handlers.h"

#include <algorithm>

#include "shared/view/qr.h"
#include "modules/admin/account/device.h"
#include "modules/admin/account/queries.h"
#include "modules/admin/act.h"
#include "modules/admin/form_view.h"
#include "modules/admin/rules.h"
#include "shared/access/session.h"
#include "shared/base/crypto.h"
#include "shared/mail/preference.h"
#include "shared/office/fields.h"
#include "shared/office/roles.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

namespace sql = account_sql;
using base::FaultKind;
using Kind = Field::Kind;

constexpr std::string_view kOwnPage = "/quan-tri/ca-nhan";
constexpr std::string_view kTotpPage = "/quan-tri/ca-nhan/hai-lop";
constexpr std::size_t kShortDigest = 16;  // enough to name one's own session in a form; the whole digest stays here

struct Own {
  std::string username, password_phc, totp_secret;
  bool has_totp = false, totp_required = false, must_change = false;
};

Own read_own(server::Context& context) {
  auto rows = context.db().query(sql::kOwn, context.actor.account);
  Own own;
  if (!rows.next()) return own;
  own.username = rows.text(0);
  own.password_phc = rows.text(1);
  own.has_totp = !rows.is_null(2);
  own.totp_secret = rows.text(2);
  own.totp_required = rows.flag(3);
  own.must_change = rows.flag(4);
  return own;
}

Deed own_entry(server::Context& context, workflow::ActName action) {
  return {.chain = "account:" + std::to_string(context.actor.account.value), .action = action, .authority = "Chủ tài khoản"};
}

FormPage password_form() {
  FormPage page;
  page.title = "Đổi mật khẩu";
  page.action = "/quan-tri/ca-nhan/mat-khau";
  page.submit = "Đổi mật khẩu";
  page.fields = {{.kind = Kind::Password, .name = "old_password", .label = "Mật khẩu đang dùng", .required = true},
                 {.kind = Kind::NewPassword, .name = "new_password", .label = "Mật khẩu mới", .hint = "Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất.", .required = true},
                 {.kind = Kind::NewPassword, .name = "again_password", .label = "Nhập lại mật khẩu mới", .required = true}};
  return page;
}

// What this person does in others' stead, and until when: no chains, so nothing of it can be passed on.
void fill_delegations(server::Context& context, view::Dict& content) {
  auto rows = context.db().query(sql::kOwnDelegations, context.actor.person, context.now);
  std::optional<view::Dict> part;
  while (rows.next()) {
    if (!part) part = content.section("DELEGATIONS");
    view::Dict row = part->section("DELEGATION");
    const DelegableAct* act = find_act(rows.text(0));
    row.set("ACT", act != nullptr ? act->label : rows.text(0));
    row.set("SCOPE", rows.text(1).empty() ? std::string_view{"mọi chuyên mục"} : rows.text(1));
    row.set("FROM", base::format_date(rows.time(2)));
    row.set("TO", base::format_date(rows.time(3) - std::chrono::seconds(1)));
    row.set("DOCUMENT", rows.text(4));
    row.set("BY", rows.text(5));
    row.show(rows.time(2) > context.now ? "TO_COME" : "IN_FORCE");
  }
}

constexpr std::string_view kMailMode = "mail_mode";

// How notices come by mail. A letter about one's own article (D4.2, D12.3) comes in any case, and the bell has everything.
void fill_mail(server::Context& context, view::Dict& content, std::string_view chosen, const std::vector<base::FieldError>& errors) {
  const mail::Preference preference = mail::preference_of(context.db(), context.actor.person);
  view::Dict part = content.section("MAIL");
  if (preference.address.empty())
    part.show("NO_ADDRESS");
  else
    part.section("HAS_ADDRESS").set("ADDRESS", preference.address);
  std::vector<office::Choice> choices;
  for (const mail::Mode mode : {mail::Mode::AtOnce, mail::Mode::Digest, mail::Mode::None}) {
    const std::string_view key = mail::key_of(mode);
    const bool is_chosen = chosen.empty() ? mode == preference.mode : key == chosen;
    choices.push_back({.value = std::string{key}, .label = std::string{mail::label_of(mode)}, .selected = is_chosen});
  }
  office::add_radios(part, "MODE_FIELD", {.name = std::string{kMailMode}, .label = "Thông báo của phần quản trị"}, choices, errors);
  part.set("CSRF", context.csrf_token());
  part.set("KEY", workflow::new_form_key());
}

bool is_of_mail(const base::FieldError& error) { return error.field == kMailMode; }

http::Response own_page(server::Context& context, const std::vector<base::FieldError>& errors, std::vector<office::Flash> flashes) {
  const Own own = read_own(context);
  if (own.must_change) flashes.push_back({"warn", "Mật khẩu đang dùng là mật khẩu một lần. Vai trò của ông, bà chỉ có tác dụng sau khi đổi mật khẩu."});
  if (own.totp_required && !own.has_totp)
    flashes.push_back({"warn", "Tài khoản này phải dùng xác thực hai lớp. Vai trò của ông, bà chỉ có tác dụng sau khi cài mã xác thực."});
  office::OfficePage page(context, {.title = "Tài khoản của tôi", .flashes = std::move(flashes)}, "admin/own.tpl");
  view::Dict& content = page.content();
  content.set("NAME", context.actor.display_name);
  content.set("USERNAME", own.username);
  const std::string roles = office::roles_line(context.actor);
  content.set("ROLES", roles.empty() ? std::string{"chưa có vai trò nào đang có hiệu lực"} : roles);
  fill_delegations(context, content);
  view::Dict form = content.include("PASSWORD_FORM", "office/form.tpl");
  const bool is_mail = std::any_of(errors.begin(), errors.end(), is_of_mail);
  fill_form(form, password_form(), {}, is_mail ? std::vector<base::FieldError>{} : errors, context.csrf_token());
  fill_mail(context, content, context.request.form.get(kMailMode), is_mail ? errors : std::vector<base::FieldError>{});
  content.set("CSRF", context.csrf_token());
  content.set("KEY", workflow::new_form_key());
  if (!own.has_totp) {
    content.show("TOTP_OFF");
  } else if (own.totp_required) {
    content.show("TOTP_FIXED");
  } else {
    view::Dict on = content.section("TOTP_ON");
    FormPage drop;
    drop.action = "/quan-tri/ca-nhan/hai-lop/tat";
    drop.submit = "Tắt xác thực hai lớp";
    drop.is_danger = true;
    drop.fields = {{.kind = Kind::Password, .name = "password", .label = "Mật khẩu đang dùng", .required = true}};
    view::Dict drawn = on.include("DROP_FORM", "office/form.tpl");
    fill_form(drawn, drop, {}, {}, context.csrf_token());
  }
  auto rows = context.db().query(sql::kSessions, context.actor.account, context.now);
  while (rows.next()) {
    view::Dict row = content.section("SESSION");
    row.set("FROM", base::format_date_time(rows.time(1)));
    row.set("SEEN", base::format_date_time(rows.time(2)));
    row.set("ADDRESS", rows.text(3));
    row.set("AGENT", words_of_device(rows.text(4)));
    if (rows.text(0) == context.actor.session_digest) {
      row.show("THIS_ONE");
    } else {
      view::Dict other = row.section("OTHER");
      other.set("SESSION_REF", rows.text(0).substr(0, kShortDigest));
      other.set("CSRF", context.csrf_token());
      other.set("KEY", workflow::new_form_key());
    }
  }
  return std::move(page).respond(errors.empty() ? 200 : 422);
}

// A form of one's own account again, with what is wrong.
http::Response again(server::Context& context, const base::Fault& fault) {
  if (fault.kind != FaultKind::Invalid) return server::fault_response(context, fault);
  return own_page(context, fault.fields, {});
}

http::Response totp_page(server::Context& context, const std::string& secret, const std::vector<base::FieldError>& errors) {
  office::OfficePage page(context, {.title = "Cài mã xác thực", .crumbs = {{std::string{kOwnPage}, "Tài khoản của tôi"}}, .here = "Cài mã xác thực"}, "admin/totp.tpl");
  view::Dict& content = page.content();
  std::string grouped;
  for (std::size_t i = 0; i < secret.size(); ++i) grouped += (i != 0 && i % 4 == 0 ? " " : "") + std::string(1, secret[i]);
  content.set("SECRET", grouped);
  const Own own = read_own(context);
  const view::QrCode qr = view::make_qr("otpauth://totp/" + http::url_encode("Quan tri noi dung") + ":" + http::url_encode(own.username) + "?secret=" + secret +
                      "&issuer=" + http::url_encode("Quan tri noi dung"));
  content.set("QR_SIZE", std::int64_t{qr.size});
  content.set("QR_PATH", qr.path);
  FormPage form;
  form.action = kTotpPage;
  form.submit = "Bật xác thực hai lớp";
  form.cancel_url = kOwnPage;
  form.hidden.emplace_back("secret", secret);
  form.fields = {{.kind = Kind::Code, .name = "code", .label = "Mã 6 chữ số đang hiện trên ứng dụng", .required = true, .max_length = 10, .width = "10"}};
  view::Dict drawn = content.include("FORM", "office/form.tpl");
  fill_form(drawn, form, {}, errors, context.csrf_token());
  return std::move(page).respond(errors.empty() ? 200 : 422);
}

// On, with the session's new cookie; another send of the same form has given it already.
http::Response moved_on(server::Context& context, const Carried& done, const std::string& cookie) {
  http::Response response = http::redirect(done.location);
  if (!done.is_repeat) response.cookies.push_back(access::session_cookie(context.services.config, cookie));
  return response;
}

bool is_secret(std::string_view secret) {
  return secret.size() >= 26 && secret.size() <= 64 &&
         std::all_of(secret.begin(), secret.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'); });
}

}  // namespace

http::Response show_own(App& /*app*/, server::Context& context) {
  const std::string_view done = context.request.query.get("xong");
  std::vector<office::Flash> flashes;
  if (done == "mat-khau") flashes.push_back({"ok", "Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."});
  if (done == "hai-lop") flashes.push_back({"ok", "Đã bật xác thực hai lớp. Từ lần đăng nhập sau, hệ thống hỏi mã trên điện thoại."});
  if (done == "tat-hai-lop") flashes.push_back({"ok", "Đã tắt xác thực hai lớp."});
  if (done == "thu") flashes.push_back({"ok", "Đã lưu cách nhận thông báo qua thư."});
  if (done == "phien") flashes.push_back({"ok", "Đã kết thúc phiên đăng nhập."});
  return own_page(context, {}, std::move(flashes));
}

http::Response choose_mail(App& /*app*/, server::Context& context) {
  const auto mode = mail::parse_mode(context.request.form.get(kMailMode));
  if (!mode) return own_page(context, {{std::string{kMailMode}, "Chọn một cách nhận thông báo.", ""}}, {});
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const mail::Mode before = mail::preference_of(context.db(), context.actor.person).mode;
    Changes changes;
    changes.add("Thông báo qua thư", mail::label_of(before), mail::label_of(*mode));
    if (!changes.empty()) {
      mail::set_mode(context.db(), context.actor.person, *mode, context.now);
      Deed deed = own_entry(context, "mail_preference");
      deed.note = changes.text();
      note(context, deed);
    }
    return std::string{kOwnPage} + "?xong=thu";
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

http::Response change_password(App& /*app*/, server::Context& context) {
  const http::Fields& form = context.request.form;
  const Own own = read_own(context);
  std::vector<base::FieldError> errors;
  if (!access::verify_password(form.get("old_password"), own.password_phc)) errors.push_back({"old_password", "Mật khẩu đang dùng không đúng.", ""});
  if (std::string why = why_not_password(form.get("new_password"), own.username); !why.empty()) errors.push_back({"new_password", why, ""});
  else if (form.get("new_password") == form.get("old_password")) errors.push_back({"new_password", "Mật khẩu mới phải khác mật khẩu đang dùng.", ""});
  if (form.get("again_password") != form.get("new_password")) errors.push_back({"again_password", "Hai lần nhập mật khẩu mới không giống nhau.", ""});
  if (!errors.empty()) return own_page(context, errors, {});
  const std::string hash = access::hash_password(form.get("new_password"));
  std::string cookie;
  const auto done = carry_out_once(context, [&]() -> base::Result<std::string> {
    if (context.db().execute(sql::kSetPassword, hash, context.actor.account, own.password_phc).affected != 1)
      return base::fail(FaultKind::Stale, "Mật khẩu vừa được đổi ở nơi khác. Xin đăng nhập lại.");
    context.db().execute(sql::kEndOthers, context.actor.account, context.actor.session_digest);
    note(context, own_entry(context, "password_change"));
    cookie = access::renew_session(context.db(), context.actor);
    return std::string{kOwnPage} + "?xong=mat-khau";
  });
  return done ? moved_on(context, *done, cookie) : again(context, done.error());
}

http::Response show_totp(App& /*app*/, server::Context& context) {
  if (read_own(context).has_totp) return http::redirect(std::string{kOwnPage});
  return totp_page(context, access::new_totp_secret(), {});
}

http::Response set_totp(App& /*app*/, server::Context& context) {
  const std::string secret{context.request.form.get("secret")};
  if (!is_secret(secret)) return server::fault_response(context, {FaultKind::BadRequest, "Biểu mẫu không đầy đủ. Xin mở lại trang cài mã xác thực.", {}});
  std::string code;
  for (const char c : context.request.form.get("code"))
    if (c != ' ') code += c;
  const auto step = access::totp_step(secret, code, context.now);
  if (!step) return totp_page(context, secret, {{"code", "Mã không đúng. Kiểm tra giờ trên điện thoại rồi điền mã đang hiện.", ""}});
  std::string cookie;
  const auto done = carry_out_once(context, [&]() -> base::Result<std::string> {
    if (context.db().execute(sql::kSetTotp, secret, *step, context.actor.account).affected != 1)
      return base::fail(FaultKind::NotAllowedNow, "Tài khoản đã bật xác thực hai lớp.");
    note(context, own_entry(context, "totp_on"));
    cookie = access::renew_session(context.db(), context.actor);
    return std::string{kOwnPage} + "?xong=hai-lop";
  });
  return done ? moved_on(context, *done, cookie) : server::fault_response(context, done.error());
}

http::Response drop_totp(App& /*app*/, server::Context& context) {
  const Own own = read_own(context);
  if (!access::verify_password(context.request.form.get("password"), own.password_phc))
    return own_page(context, {{"password", "Mật khẩu đang dùng không đúng.", ""}}, {});
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (context.db().execute(sql::kDropTotp, context.actor.account).affected != 1)
      return base::fail(FaultKind::NotAllowedNow, "Tài khoản này bắt buộc xác thực hai lớp nên không tắt được.");
    note(context, own_entry(context, "totp_off"));
    return std::string{kOwnPage} + "?xong=tat-hai-lop";
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

http::Response end_session(App& /*app*/, server::Context& context) {
  const std::string_view which = context.request.form.get("session");
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (which == "others") context.db().execute(sql::kEndOthers, context.actor.account, context.actor.session_digest);
    else if (which.size() == kShortDigest) context.db().execute(sql::kEndOne, context.actor.account, which);
    else return base::fail(FaultKind::BadRequest, "Không rõ phiên đăng nhập nào.");
    note(context, own_entry(context, "session_end"));
    return std::string{kOwnPage} + "?xong=phien";
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

}  // namespace portal::admin
