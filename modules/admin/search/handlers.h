// The office's search (Ctrl+K): items by title or code, people, units, sections and screens, each as far as the person may see it.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_search(App& app, server::Context& context);
// The keys of the office, for who works without a mouse.
[[nodiscard]] http::Response show_keys(App& app, server::Context& context);

}  // namespace portal::admin
