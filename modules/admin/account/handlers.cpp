#include "modules/admin/account/handlers.h"

#include <charconv>

#include "modules/admin/account/queries.h"
#include "modules/admin/act.h"
#include "modules/admin/list_view.h"
#include "modules/admin/rules.h"
#include "shared/access/session.h"
#include "shared/office/fields.h"
#include "shared/view/qr.h"
#include "shared/workflow/idempotency.h"
#include "shared/workflow/transition.h"

namespace portal::admin {
namespace {

using base::FaultKind;
using base::FieldError;

constexpr std::string_view kUrl = "/quan-tri/ca-nhan";

struct Own {
  std::string username, phc;
  bool has_totp = false;
  bool must_change = false;
};

Own read_own(server::Context& context) {
  auto rows = context.db().query(account_sql::kOwn, context.actor.account);
  if (!rows.next()) return {};
  return {std::string{rows.text(0)}, std::string{rows.text(1)}, rows.flag(2), rows.flag(3)};
}

workflow::AuditEntry entry_of(const access::Actor& actor, std::string action) {
  workflow::AuditEntry entry;
  entry.chain = "account:" + std::to_string(actor.account.value);
  entry.action = std::move(action);
  entry.authority = "Chủ tài khoản";
  return entry;
}

void fill_password(view::Dict& content, const std::vector<FieldError>& errors) {
  office::Field old_one;
  old_one.name = "old_password";
  old_one.label = "Mật khẩu đang dùng";
  office::add_text(content, "FIELD_OLD", old_one, errors, "password", "current-password");
  office::Field new_one;
  new_one.name = "new_password";
  new_one.label = "Mật khẩu mới";
  new_one.hint = "Ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất.";
  office::add_text(content, "FIELD_NEW", new_one, errors, "password", "new-password");
}

// The secret is shown as text and as a code to scan; it counts only once a code made from it came back.
void fill_second_factor(view::Dict& content, const Own& own, const std::string& secret, const std::vector<FieldError>& errors) {
  if (own.has_totp) {
    content.section("HAS_TOTP").set("KEY_TOTP_OFF", workflow::new_form_key());
    return;
  }
  view::Dict part = content.section("NO_TOTP");
  const auto qr = view::make_qr("otpauth://totp/" + own.username + "?secret=" + secret + "&issuer=Quan%20tri%20noi%20dung");
  part.set("QR_SIZE", std::int64_t{qr.size});
  part.set("QR_PATH", qr.path);
  part.set("SECRET", secret);
  part.set("KEY_TOTP", workflow::new_form_key());
  office::Field code;
  code.name = "code";
  code.label = "Mã sáu chữ số đang hiện trong ứng dụng";
  office::add_text(part, "FIELD_CODE", code, errors, "text", "one-time-code");
}

http::Response own_page(server::Context& context, const std::string& secret, const std::vector<FieldError>& errors, int status) {
  const Own own = read_own(context);
  office::Frame frame = admin_frame(context, "Tài khoản của tôi", "");
  if (own.must_change) frame.flashes.push_back({"warn", "Đây là mật khẩu dùng một lần. Xin đặt mật khẩu mới của ông, bà."});
  office::OfficePage page(context, frame, "admin/own.tpl");
  view::Dict& content = page.content();
  content.set("NAME", context.actor.display_name);
  content.set("USERNAME", own.username);
  content.set("KEY_PASSWORD", workflow::new_form_key());
  content.set("KEY_SESSIONS", workflow::new_form_key());
  office::fill_error_summary(content, errors);
  fill_password(content, errors);
  fill_second_factor(content, own, secret.empty() ? access::new_totp_secret() : secret, errors);
  auto sessions = context.db().query(account_sql::kSessions, context.actor.account);
  while (sessions.next()) {
    view::Dict row = content.section("SESSION");
    row.set("SEEN", base::format_date_time(sessions.time(2)));
    row.set("WHERE", std::string{sessions.text(3)} + " · " + std::string{sessions.text(4)});
    row.show("THIS_ONE", sessions.text(0) == context.actor.session_digest);
  }
  return std::move(page).respond(status);
}

http::Response answer(server::Context& context, const base::Result<std::string>& done, const std::string& secret = {}) {
  if (done) return http::redirect(*done);
  if (done.error().fields.empty()) return server::fault_response(context, done.error());
  return own_page(context, secret, done.error().fields, 422);
}

}  // namespace

http::Response show_own(App& app, server::Context& context) {
  static_cast<void>(app);
  return own_page(context, "", {}, 200);
}

http::Response change_password(App& app, server::Context& context) {
  static_cast<void>(app);
  const http::Fields& form = context.request.form;
  const Own own = read_own(context);
  std::vector<FieldError> errors;
  if (!access::verify_password(form.get("old_password"), own.phc)) errors.push_back({"old_password", "Mật khẩu đang dùng không đúng.", ""});
  if (std::string why = why_not_password(form.get("new_password"), own.username); !why.empty()) errors.push_back({"new_password", std::move(why), ""});
  if (!errors.empty()) return own_page(context, "", errors, 422);
  const std::string phc = access::hash_password(form.get("new_password"));
  return answer(context, carry_out(context, [&]() -> base::Result<std::string> {
                  context.db().execute(account_sql::kSetPassword, phc, context.actor.account);
                  context.db().execute(account_sql::kEndOther, context.actor.account, context.actor.session_digest);
                  note(context, entry_of(context.actor, "password_change"));
                  return std::string{kUrl} + "?xong=luu";
                }));
}

http::Response set_second_factor(App& app, server::Context& context) {
  static_cast<void>(app);
  const http::Fields& form = context.request.form;
  const bool is_off = form.get("viec") == "bo";
  const std::string secret{form.get("secret")};
  return answer(context, carry_out(context, [&]() -> base::Result<std::string> {
                  if (is_off) {
                    const Own own = read_own(context);
                    if (!access::verify_password(form.get("old_password"), own.phc))
                      return base::fail(FaultKind::Invalid, "Chưa lưu được.", {{"old_password", "Mật khẩu đang dùng không đúng.", ""}});
                    context.db().execute(account_sql::kSetTotp, std::nullopt, 0, context.actor.account);
                    note(context, entry_of(context.actor, "totp_off"));
                    return std::string{kUrl} + "?xong=luu";
                  }
                  const auto step = access::totp_step(secret, form.get("code"), context.now);
                  if (!step || secret.size() < 16)
                    return base::fail(FaultKind::Invalid, "Chưa lưu được.", {{"code", "Mã không đúng. Kiểm tra giờ của điện thoại rồi nhập mã đang hiện.", ""}});
                  context.db().execute(account_sql::kSetTotp, secret, *step, context.actor.account);
                  note(context, entry_of(context.actor, "totp_on"));
                  return std::string{kUrl} + "?xong=luu";
                }),
                secret);
}

http::Response end_other_sessions(App& app, server::Context& context) {
  static_cast<void>(app);
  return answer(context, carry_out(context, [&]() -> base::Result<std::string> {
                  context.db().execute(account_sql::kEndOther, context.actor.account, context.actor.session_digest);
                  note(context, entry_of(context.actor, "sessions_end"));
                  return std::string{kUrl} + "?xong=luu";
                }));
}

http::Response show_audit(App& app, server::Context& context) {
  static_cast<void>(app);
  base::UtcTime until = context.now;
  std::int64_t micros = 0;
  const std::string_view typed = context.request.query.get("den");
  if (std::from_chars(typed.data(), typed.data() + typed.size(), micros).ec == std::errc{} && micros > 0)
    until = base::UtcTime{std::chrono::microseconds{micros}};
  ListPage list;
  list.heading = "Nhật ký";
  list.lead = "Mọi việc, mới nhất trước; không sửa, không xóa được. Lệnh “portal check” kiểm tra chuỗi nhật ký còn nguyên.";
  ListGroup group;
  base::UtcTime last = until;
  auto rows = context.db().query(account_sql::kAudit, until);
  while (rows.next()) {
    ListRow row;
    const auto action = workflow::parse_action(rows.text(4));
    row.title = std::string{rows.text(3)} + " " + (action ? std::string{workflow::past_of(*action)} : words_of_act(rows.text(4)));
    const std::string chain{rows.text(0)};
    if (chain.starts_with("item:")) row.url = "/quan-tri/tin-bai/" + chain.substr(5);
    row.lines = {base::format_date_time(rows.time(2)) + " · " + chain + " #" + std::to_string(rows.number(1)) +
                     (rows.text(7).empty() ? "" : " · " + std::string{rows.text(7)}),
                 std::string{rows.text(8)}};
    last = rows.time(2);
    group.rows.push_back(std::move(row));
  }
  if (group.rows.size() == 100)
    group.rows.push_back({"Xem cũ hơn", "/quan-tri/nhat-ky/?den=" + std::to_string(last.time_since_epoch().count())});
  list.groups.push_back(std::move(group));
  return show_list(context, admin_frame(context, "Nhật ký", "audit"), list);
}

}  // namespace portal::admin
