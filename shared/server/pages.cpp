// Pages that the skeleton itself answers: errors, an ended session, health.
#include "shared/access/session.h"
#include "shared/base/log.h"
#include "shared/server/answer.h"

#include <nlohmann/json.hpp>

#include "generated/tpl/errors/session_expired.h"
#include "generated/tpl/layout/bare.h"

namespace portal::server {
namespace {

std::string_view usual_sentence(int status) {
  switch (status) {
    case 400:
      return "Yêu cầu gửi tới không hợp lệ.";
    case 401:
      return "Phiên làm việc đã hết.";
    case 403:
      return "Ông, bà không có quyền xem trang này.";
    case 404:
      return "Không tìm thấy trang này. Có thể địa chỉ viết sai hoặc trang chưa bao giờ có.";
    case 405:
      return "Trang này không nhận cách gửi như vậy.";
    case 409:
      return "Nội dung đã thay đổi từ khi ông, bà mở trang.";
    case 410:
      return "Nội dung này đã được gỡ bỏ.";
    case 413:
      return "Nội dung gửi lên quá lớn.";
    case 429:
      return "Đã thử quá nhiều lần. Hãy chờ một lát rồi thử lại.";
    case 503:
      return "Trang tạm thời chưa phục vụ được. Hãy thử lại sau ít phút.";
    default:
      return "Trang gặp lỗi, sự việc đã được ghi lại để khắc phục. Hãy thử lại sau ít phút.";
  }
}

// When even the template set cannot help: no style, but the sentence and the id.
http::Response bare_page(const Context& context, int status, std::string_view what) {
  std::string body =
      "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Có lỗi</title>"
      "<meta name=\"viewport\" content=\"width=device-width\"></head><body><main><h1>Có "
      "lỗi</h1><p>";
  base::append_escaped(body, what);
  body += "</p><p>Mã yêu cầu: ";
  base::append_escaped(body, context.request.request_id);
  body += "</p><p><a href=\"/\">Về trang chủ</a></p></main></body></html>\n";
  return http::page(std::move(body), status);
}

}  // namespace

http::Response problem_response(const Context& context, int status, std::string_view what, std::span<const base::FieldError> errors) {
  nlohmann::json body{{"type", "about:blank"}, {"status", status}, {"title", what}, {"request_id", context.request.request_id}};
  for (const base::FieldError& error : errors) {
    nlohmann::json one{{"field", error.field}, {"message", error.message}};
    if (!error.clause.empty()) one["clause"] = error.clause;
    body["errors"].push_back(std::move(one));
  }
  http::Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
  return response;
}

bool is_machine_address(std::string_view path) { return path.ends_with(".json") || path.starts_with("/api/"); }

http::Response error_response(Context& context, const Program& program, int status,
                              std::string_view what) {
  if (what.empty()) what = usual_sentence(status);
  if (is_machine_address(context.request.path)) return problem_response(context, status, what);
  if (program.error_page) {
    try {
      http::Response response = program.error_page(context, status, what);
      response.status = status;
      response.cache = http::Cache::NoStore;
      return response;
    } catch (const std::exception& error) {
      base::log(base::Level::Warning, "error_page_failed",
                {{"request_id", std::string_view{context.request.request_id}},
                 {"what", std::string_view{error.what()}}});
    }
  }
  return bare_page(context, status, what);
}

http::Response fault_response(Context& context, const base::Fault& fault) {
  static const Program kNone{};
  const int status = status_of(fault.kind);
  http::Response response = error_response(
      context, context.program != nullptr ? *context.program : kNone, status, fault.message);
  // A missing or withdrawn page may be kept as long as the page itself could: crawlers ask for them
  // again and again.
  if (status == 404 || status == 410) response.cache = context.cache;
  return response;
}

http::Response session_expired(Context& context) {
  const base::Config& config = context.services.config;
  const access::PreLogin pre = access::make_pre_login(context.request, config);
  view::Page page(tpl::layout_bare::kFile);
  page.set(tpl::layout_bare::kTITLE, "Phiên làm việc đã hết");
  page.set(tpl::layout_bare::kUBND_LINE, "Trang thông tin điện tử");
  page.set(tpl::layout_bare::kAGENCY_NAME, "Quản trị nội dung");
  page.set(tpl::layout_bare::kHOME_URL, "/quan-tri/");
  page.show(tpl::layout_bare::kOFFICE);
  view::Dict content = page.include(tpl::layout_bare::kCONTENT, tpl::errors_session_expired::kFile);
  content.set(tpl::errors_session_expired::kTOKEN, pre.token);
  content.set(tpl::errors_session_expired::kPATH, context.request.path);
  for (const auto& [name, value] : context.request.form.pairs()) {
    if (name == "_csrf" || http::is_secret_field(name, value)) continue;  // worth nothing, or never to be sent back
    view::Dict field = content.section(tpl::errors_session_expired::kFIELD);
    field.set(tpl::errors_session_expired::kNAME, name);
    field.set(tpl::errors_session_expired::kVALUE, value);
  }
  http::Response response = http::page(context.services.templates.render(page), 401);
  response.cookies.push_back(access::pre_login_cookie(config, pre.cookie_value));
  return response;
}

namespace {

// The program's own figures as members of the answer; a program serves without them too.
std::string figures_of(Context& context, const Program& program) {
  std::string members;
  if (!program.figures) return members;
  try {
    for (const auto& [name, number] : program.figures(context))
      members += ",\"" + std::string{name} + "\":" + std::to_string(number);
  } catch (const db::SqlError& error) {
    base::log(base::Level::Warning, "health_without_figures", {{"why", std::string_view{error.what()}}});
  }
  return members;
}

}  // namespace

http::Response health(Context& context, const Program& program) {
  const std::string_view asked =
      std::string_view{context.request.path}.substr(std::string_view{"/_health/"}.size());
  const std::string& peer = context.request.remote_address;
  const bool is_local = peer.empty() || peer == "127.0.0.1" || peer == "::1" || peer == "unix:";
  if (asked != program.name || !is_local) return error_response(context, program, 404, {});
  http::Response response;
  response.content_type = "application/json";
  std::string_view database = "ok";
  std::string figures;
  try {
    auto rows = context.db().query("SELECT 1");
    if (!rows.next()) database = "no answer";
    figures = figures_of(context, program);
  } catch (const std::exception&) {
    database = "unreachable";
    response.status = 503;
  }
  response.body = R"({"module":")" + std::string{program.name} + R"(","status":")" +
                  (response.status == 200 ? "ok" : "failing") + R"(","database":")" +
                  std::string{database} + "\"" + figures + "}\n";
  return response;
}

}  // namespace portal::server
