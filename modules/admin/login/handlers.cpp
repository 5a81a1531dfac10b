#include "modules/admin/login/handlers.h"

#include "modules/admin/login/held.h"
#include "modules/admin/login/views.h"
#include "shared/access/session.h"
#include "shared/text/unicode.h"

namespace portal::admin {
namespace {

using base::FaultKind;

constexpr std::string_view kLogin = "/quan-tri/dang-nhap";
constexpr std::string_view kCode = "/quan-tri/dang-nhap/ma";

http::Response with_pre_login(server::Context& context, http::Response response, const access::PreLogin& pre) {
  response.cookies.push_back(access::pre_login_cookie(context.services.config, pre.cookie_value));
  return response;
}

http::Response login_page(server::Context& context, LoginView shown, int status) {
  const access::PreLogin pre = access::make_pre_login(context.request, context.services.config);
  shown.csrf_token = pre.token;
  return with_pre_login(context, http::page(render_login(context.services.templates, shown), status), pre);
}

http::Response code_page(server::Context& context, CodeView shown, int status) {
  const access::PreLogin pre = access::make_pre_login(context.request, context.services.config);
  shown.csrf_token = pre.token;
  return with_pre_login(context, http::page(render_code(context.services.templates, shown), status), pre);
}

int status_of_failure(const base::Fault& fault) { return server::status_of(fault.kind); }

// The token of the session that was just made, for the form that sends the held fields on.
std::string csrf_of_new_session(server::Context& context, const std::string& cookie_value) {
  http::Request as_new = context.request;
  as_new.cookies = http::Fields{};
  const http::Cookie cookie = access::session_cookie(context.services.config, cookie_value);
  as_new.cookies.add(cookie.name, cookie_value);
  return access::mask_token(access::identify(context.db(), as_new, context.services.config, context.now).csrf_token);
}

// Logged in: back to what was being written, to the page that was asked for, or to the work page.
http::Response logged_in(server::Context& context, const access::LoginOutcome& outcome, const std::optional<Held>& held, std::string_view next) {
  http::Response response = held ? http::page(render_resume(context.services.templates, *held, csrf_of_new_session(context, outcome.cookie_value)))
                                 : http::redirect(next_after_login(next));
  response.cookies.push_back(access::session_cookie(context.services.config, outcome.cookie_value));
  return response;
}

}  // namespace

http::Response show_login(App& /*app*/, server::Context& context) {
  const std::string next = next_after_login(context.request.query.get("tiep"));
  if (context.actor.is_staff()) return http::redirect(next);
  LoginView shown;
  shown.next = next;
  shown.has_logged_out = context.request.query.get("xong") == "dang-xuat";
  return login_page(context, std::move(shown), 200);
}

http::Response do_login(App& /*app*/, server::Context& context) {
  const http::Fields& form = context.request.form;
  LoginView shown;
  shown.held = held_of(form);
  shown.next = next_after_login(form.get("tiep"));
  const std::string_view name = form.get("username");
  shown.username = name.substr(0, text::offset_of_character(name, 64));
  if (shown.held && !form.has("username")) {  // straight from the page "Phiên làm việc đã hết"
    shown.is_session_over = true;
    return login_page(context, std::move(shown), 200);
  }
  const std::string_view password = form.get("password");
  if (shown.username.empty()) shown.errors.push_back({"username", "Xin điền tên đăng nhập.", ""});
  if (password.empty()) shown.errors.push_back({"password", "Xin điền mật khẩu.", ""});
  if (!shown.errors.empty()) return login_page(context, std::move(shown), 422);

  const auto outcome = access::log_in(context.db(), shown.username, password, context.request, context.services.config, context.now);
  if (!outcome) {
    shown.errors.push_back({"username", outcome.error().message, ""});
    return login_page(context, std::move(shown), status_of_failure(outcome.error()));
  }
  if (outcome->step == access::LoginStep::Done) return logged_in(context, *outcome, shown.held, shown.next);

  // A second factor follows. Held text cannot travel by redirect, so the next page is the answer itself then.
  http::Response response;
  if (shown.held) {
    CodeView code;
    code.held = shown.held;
    code.next = shown.next;
    response = code_page(context, std::move(code), 200);
  } else {
    response = http::redirect(std::string{kCode} + "?tiep=" + http::url_encode(shown.next));
  }
  response.cookies.push_back(access::session_cookie(context.services.config, outcome->cookie_value));
  return response;
}

http::Response show_code(App& /*app*/, server::Context& context) {
  const std::string next = next_after_login(context.request.query.get("tiep"));
  if (context.actor.is_staff()) return http::redirect(next);
  CodeView shown;
  shown.next = next;
  return code_page(context, std::move(shown), 200);
}

http::Response do_code(App& /*app*/, server::Context& context) {
  const http::Fields& form = context.request.form;
  CodeView shown;
  shown.held = held_of(form);
  shown.next = next_after_login(form.get("tiep"));
  std::string code;
  for (const char c : form.get("code"))
    if (c != ' ') code += c;
  if (code.empty()) {
    shown.errors.push_back({"code", "Xin điền 6 chữ số của mã xác thực.", ""});
    return code_page(context, std::move(shown), 422);
  }
  const auto outcome = access::give_second_factor(context.db(), code, context.request, context.services.config, context.now);
  if (outcome) return logged_in(context, *outcome, shown.held, shown.next);
  if (outcome.error().kind == FaultKind::Forbidden) {  // five minutes have passed: from the beginning, with the text still held
    LoginView again;
    again.held = shown.held;
    again.next = shown.next;
    again.errors.push_back({"username", outcome.error().message, ""});
    return login_page(context, std::move(again), server::status_of(outcome.error().kind));
  }
  shown.errors.push_back({"code", outcome.error().message, ""});
  return code_page(context, std::move(shown), status_of_failure(outcome.error()));
}

http::Response do_logout(App& /*app*/, server::Context& context) {
  access::log_out(context.db(), context.request, context.services.config);
  http::Response response = http::redirect(std::string{kLogin} + "?xong=dang-xuat");
  response.cookies.push_back(access::session_cookie(context.services.config, ""));
  return response;
}

}  // namespace portal::admin
