// One's own account: password, second factor, sessions.
#pragma once

#include "modules/admin/app.h"

namespace portal::admin {

[[nodiscard]] http::Response show_own(App& app, server::Context& context);
[[nodiscard]] http::Response change_password(App& app, server::Context& context);
[[nodiscard]] http::Response set_second_factor(App& app, server::Context& context);
[[nodiscard]] http::Response end_other_sessions(App& app, server::Context& context);

}  // namespace portal::admin
