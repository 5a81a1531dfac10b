// The leaders' page (D3.2c, D14.3đ, D18.5), the list behind each of its numbers, also as a file, reminders, and the quotas of units (D9.4).
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_overview(App& app, server::Context& context);
[[nodiscard]] http::Response show_behind(App& app, server::Context& context);
// danh-sach.csv and danh-sach.ods: the same list, and those that the page itself shows, whole.
[[nodiscard]] http::Response send_file(App& app, server::Context& context);
[[nodiscard]] http::Response new_reminder(App& app, server::Context& context);
[[nodiscard]] http::Response send_reminder(App& app, server::Context& context);
[[nodiscard]] http::Response list_quotas(App& app, server::Context& context);
[[nodiscard]] http::Response new_quota(App& app, server::Context& context);
[[nodiscard]] http::Response set_quota(App& app, server::Context& context);

}  // namespace portal::admin
