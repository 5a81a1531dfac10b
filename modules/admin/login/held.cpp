#include "modules/admin/login/held.h"

#include "modules/admin/rules.h"

namespace portal::admin {
namespace {

constexpr std::string_view kPrefix = "held_";

// A password or a log-out is not work that anyone wants back.
bool may_return_to(std::string_view path) { return is_office_path(path) && !path.starts_with("/quan-tri/dang-"); }

}  // namespace

std::optional<Held> held_of(const http::Fields& form) {
  Held held;
  held.path = form.get("held_path");
  if (!may_return_to(held.path)) return {};
  for (const auto& [name, value] : form.pairs()) {
    if (!name.starts_with(kPrefix) || name == "held_path") continue;
    const std::string own = name.substr(kPrefix.size());
    const bool is_secret = own == "_csrf" || http::is_secret_field(own, value);
    if (!own.empty() && !is_secret) held.fields.emplace_back(own, value);
  }
  return held;
}

std::string next_after_login(std::string_view asked) { return may_return_to(asked) ? std::string{asked} : "/quan-tri/"; }

}  // namespace portal::admin
