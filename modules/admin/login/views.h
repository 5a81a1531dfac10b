// Pages before and just after login, in the bare layout. Pure: facts -> HTML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/admin/login/held.h"
#include "shared/base/result.h"
#include "shared/view/view.h"

namespace portal::admin {

struct LoginView {
  std::string csrf_token;
  std::string next;
  std::string username;
  std::optional<Held> held;
  bool is_session_over = false;
  bool has_logged_out = false;
  std::vector<base::FieldError> errors;
};

struct CodeView {
  std::string csrf_token;
  std::string next;
  std::optional<Held> held;
  std::vector<base::FieldError> errors;
};

[[nodiscard]] std::string render_login(const view::Templates& templates, const LoginView& shown);
[[nodiscard]] std::string render_code(const view::Templates& templates, const CodeView& shown);
// "Ông, bà đã đăng nhập lại": sends the held fields on.
[[nodiscard]] std::string render_resume(const view::Templates& templates, const Held& held, std::string_view csrf_token);

}  // namespace portal::admin
