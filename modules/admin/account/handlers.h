// One's own account: password, second factor, sessions, how notices come by mail.
#pragma once

#include "modules/admin/app.h"
#include "shared/http/response.h"

namespace portal::admin {

[[nodiscard]] http::Response show_own(App& app, server::Context& context);
[[nodiscard]] http::Response choose_mail(App& app, server::Context& context);
[[nodiscard]] http::Response change_password(App& app, server::Context& context);
[[nodiscard]] http::Response show_totp(App& app, server::Context& context);
[[nodiscard]] http::Response set_totp(App& app, server::Context& context);
[[nodiscard]] http::Response drop_totp(App& app, server::Context& context);
[[nodiscard]] http::Response end_session(App& app, server::Context& context);

}  // namespace portal::admin
