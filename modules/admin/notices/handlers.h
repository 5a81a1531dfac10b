// What the office told the person who asks: the page behind the bell (shared/notices).
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_notices(App& app, server::Context& context);
[[nodiscard]] http::Response read_all_notices(App& app, server::Context& context);
[[nodiscard]] http::Response read_notice(App& app, server::Context& context);
[[nodiscard]] http::Response unread_notice(App& app, server::Context& context);

}  // namespace portal::admin
