#include "modules/admin/login/views.h"

#include "shared/office/chrome.h"

namespace portal::admin {
namespace {

view::Page bare(std::string_view title) {
  view::Page page("layout/bare.tpl");
  page.set("TITLE", std::string{title} + " | Quản trị nội dung");
  page.set("UBND_LINE", "Trang thông tin điện tử");
  page.set("AGENCY_NAME", "Quản trị nội dung");
  page.set("HOME_URL", "/quan-tri/");
  page.show("OFFICE");
  return page;
}

void fill_held(view::Dict& content, const std::optional<Held>& held) {
  if (!held) return;
  view::Dict section = content.section("HELD");
  section.set("HELD_PATH", held->path);
  for (const auto& [name, value] : held->fields) {
    view::Dict field = section.section("HELD_FIELD");
    field.set("HELD_NAME", name);
    field.set("HELD_VALUE", value);
  }
}

void fill_errors(view::Dict& content, const std::vector<base::FieldError>& errors) {
  office::fill_error_summary(content, errors, errors.empty() ? "" : "Chưa đăng nhập được");
}

void fill_text(view::Dict dict, std::string_view name, std::string_view label, std::string_view value, std::string_view type,
               std::string_view autocomplete, std::string_view width, const std::vector<base::FieldError>& errors) {
  dict.set("NAME", name);
  dict.set("LABEL", label);
  dict.set("VALUE", value);
  dict.set("TYPE", type);
  dict.set("WIDTH", width);
  dict.set_if("AUTOCOMPLETE_SHOWN", "AUTOCOMPLETE", autocomplete);
  dict.set_if("HAS_ERROR", "ERROR", office::error_of(errors, name));
  dict.show("REQUIRED");
}

}  // namespace

std::string render_login(const view::Templates& templates, const LoginView& shown) {
  view::Page page = bare("Đăng nhập");
  view::Dict content = page.include("CONTENT", "admin/login.tpl");
  content.set("CSRF", shown.csrf_token);
  content.set("NEXT", shown.next);
  content.show("SESSION_OVER", shown.is_session_over || shown.held.has_value());
  content.show("LOGGED_OUT", shown.has_logged_out);
  fill_errors(content, shown.errors);
  fill_held(content, shown.held);
  fill_text(content.include("USERNAME", "partials/field_text.tpl"), "username", "Tên đăng nhập", shown.username, "text", "username", "full", shown.errors);
  fill_text(content.include("PASSWORD", "partials/field_text.tpl"), "password", "Mật khẩu", "", "password", "current-password", "full", shown.errors);
  return templates.render(page);
}

std::string render_code(const view::Templates& templates, const CodeView& shown) {
  view::Page page = bare("Mã xác thực");
  view::Dict content = page.include("CONTENT", "admin/code.tpl");
  content.set("CSRF", shown.csrf_token);
  content.set("NEXT", shown.next);
  fill_errors(content, shown.errors);
  fill_held(content, shown.held);
  fill_text(content.include("CODE", "partials/field_text.tpl"), "code", "Mã 6 chữ số", "", "text", "one-time-code", "10", shown.errors);
  return templates.render(page);
}

std::string render_resume(const view::Templates& templates, const Held& held, std::string_view csrf_token) {
  view::Page page = bare("Nội dung đang soạn vẫn còn");
  view::Dict content = page.include("CONTENT", "admin/resume.tpl");
  content.set("ACTION", held.path);
  content.set("CSRF", csrf_token);
  for (const auto& [name, value] : held.fields) {
    view::Dict field = content.section("FIELD");
    field.set("NAME", name);
    field.set("VALUE", value);
  }
  return templates.render(page);
}

}  // namespace portal::admin
